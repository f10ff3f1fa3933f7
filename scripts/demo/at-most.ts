/** A door that lets at most `most` tasks run at a time, in the order in which they came. */
export function atMost(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  const startNext = (): void => {
    const start = running < most ? waiting.shift() : undefined;
    if (start === undefined) return;
    running += 1;
    start();
  };
  return (task) => {
    const turn = new Promise<void>((resolve) => waiting.push(resolve));
    const result = turn.then(task).finally(() => {
      running -= 1;
      startNext();
    });
    // Whoever awaits the result hears of its failure; until then it must not end the process.
    result.catch(() => undefined);
    startNext();
    return result;
  };
}
