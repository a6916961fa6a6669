import { parseArgs } from 'node:util';
import { startSandbox } from './index';

const defaultPort = '5599';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string', default: defaultPort } } });
	const sandbox = await startSandbox({ port: Number(values.port) });
	process.stdout.write(
		[
			'Sandbox is running (Ctrl-C stops it)',
			`  Kakiyo base URL    ${sandbox.kakiyo.baseUrl}`,
			`  Kakiyo API key     ${sandbox.kakiyo.apiKey}`,
			`  KaiCalls base URL  ${sandbox.kaicalls.baseUrl}`,
			`  KaiCalls API key   ${sandbox.kaicalls.apiKey}`,
			`  Kayse base URL     ${sandbox.kayse.baseUrl}`,
			`  Kayse calls URL    ${sandbox.kayse.callsBaseUrl}`,
			`  Kayse API key      ${sandbox.kayse.apiKey}`,
			`  KAIRO base URL     ${sandbox.kairo.baseUrl}`,
			`  KAIRO API key      ${sandbox.kairo.apiKey}`,
			`  Control routes     POST ${sandbox.origin}/__control/<method> (methods: the Control interface in sandbox/control/control.ts)`,
			'',
		].join('\n'),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const inUse = 'code' in error && error.code === 'EADDRINUSE';
	return inUse ? 'This port is in use; choose another with --port <number>.' : error.message;
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});
