import styles from './icons.module.css';

/** Each meaning has a shape of its own, so that it is told without colour. */
export type Sign = 'tick' | 'octagon' | 'clock' | 'triangle' | 'question' | 'ring' | 'lock' | 'ship' | 'again';

const circle = <circle cx="8" cy="8" r="6.5" />;

const shapes: Readonly<Record<Sign, React.ReactNode>> = {
  tick: (
    <>
      {circle}
      <path d="m5 8.2 2.1 2.1L11 6" />
    </>
  ),
  octagon: <path d="M5.4 1.7h5.2l3.7 3.7v5.2l-3.7 3.7H5.4l-3.7-3.7V5.4zM6 6l4 4M10 6l-4 4" />,
  clock: (
    <>
      {circle}
      <path d="M8 4.5V8l2.5 1.6" />
    </>
  ),
  triangle: <path d="M8 2 1.5 13.5h13zM8 6.5v3M8 11.5v.1" />,
  question: (
    <>
      <circle cx="8" cy="8" r="6.5" strokeDasharray="2.4 1.68" strokeLinecap="butt" />
      <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.6.3-.8.6-.8 1.1M8 11.2v.1" />
    </>
  ),
  ring: (
    <>
      <path d="M12.6 3.4A6.5 6.5 0 1 0 14.5 8" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" />
    </>
  ),
  lock: <path d="M3 7.5h10v6.5H3zM5.2 7.5V5a2.8 2.8 0 0 1 5.6 0v2.5" />,
  ship: <path d="M2 10h12l-1.5 4h-9zM4 10V6h8v4M8 6V2.5" />,
  again: <path d="M13.5 3v3.5H10M2.5 13V9.5H6M3.2 6.3a5.2 5.2 0 0 1 9.6-.6M12.8 9.7a5.2 5.2 0 0 1-9.6.6" />,
};

/** Says nothing to a screen reader: the word beside it does. */
export function Icon({ sign }: { readonly sign: Sign }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[sign]}
    </svg>
  );
}
