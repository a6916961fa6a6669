import { runAsCommand } from '../scripts/command';

/** Runs a benchmark as a command; an error is printed with its stack. */
export const runBenchmark = (main: () => Promise<number> | Promise<void>): void => runAsCommand(main, (error) => error);
