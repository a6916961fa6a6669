/**
 * Runs a benchmark as a command: a signal or an error ends it with an exit code other than 0.
 * @param main may resolve with an exit code
 */
export function runAsCommand(main: () => Promise<number> | Promise<void>): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));
	main().then(
		(code) => process.exit(code ?? 0),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		},
	);
}
