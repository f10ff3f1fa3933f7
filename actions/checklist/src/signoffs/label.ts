/** Whether a sign-off line is that of a role: by the words before its colon, whatever their case and blanks. */
export function isLabel(written: string, label: string): boolean {
  const plain = (text: string) => text.trim().replace(/:$/, '').replace(/\s+/g, ' ').toLowerCase();
  return plain(written) === plain(label);
}
