import { startSandbox, type Sandbox } from '../sandbox';
import { N8nClient } from './client';
import { saveSandboxCredentials, type SandboxCredentials } from './credentials';
import { startN8n, type RunningN8n } from './n8n';
import { installPack } from './pack';

/** The sandbox and an n8n that has the pack, an owner and the sandbox's credentials. */
export type Stack = {
	sandbox: Sandbox;
	n8n: RunningN8n;
	client: N8nClient;
	credentials: SandboxCredentials;
	close(): Promise<void>;
};

/** Starts everything that a workflow with the pack needs, on the loopback interface. */
export async function startStack(options: {
	tarball: string;
	userFolder: string;
	n8nPort: number;
	sandboxPort: number;
	/** Of another n8n than the one beside the demo. */
	n8nScript?: string;
	env?: NodeJS.ProcessEnv;
}): Promise<Stack> {
	await installPack(options.tarball, options.userFolder);
	const sandbox = await startSandbox({ port: options.sandboxPort });
	try {
		const n8n = await startN8n({
			userFolder: options.userFolder,
			port: options.n8nPort,
			script: options.n8nScript,
			env: options.env,
		});
		const client = await N8nClient.login(n8n.url);
		const credentials = await saveSandboxCredentials(client, sandbox);
		const close = async () => {
			await n8n.stop();
			await sandbox.close();
		};
		return { sandbox, n8n, client, credentials, close };
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}
