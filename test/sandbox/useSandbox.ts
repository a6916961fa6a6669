import { afterEach, beforeEach } from '@jest/globals';

import { type Control, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox';

interface SandboxSetup extends Pick<SandboxOptions, 'timeScale'> {
	/** Settings that every test of the file starts with, as in `({ control }) => control.configureKairo({ rateLimits: false })`. */
	prepare?: (sandbox: { control: Control }) => void;
}

/** The sandbox of the test that runs. */
class SandboxOfTest implements Sandbox {
	private running: Sandbox | undefined;

	constructor(private readonly setup: SandboxSetup) {}

	/** Another sandbox in place of this one, for a test whose time passes otherwise. */
	async restart(options: Pick<SandboxOptions, 'timeScale'>): Promise<void> {
		await this.close();
		this.running = await startSandbox(options);
		this.setup.prepare?.(this.running);
	}

	async start(): Promise<void> {
		await this.restart({ timeScale: this.setup.timeScale });
	}

	async close(): Promise<void> {
		await this.running?.close();
		this.running = undefined;
	}

	private get now(): Sandbox {
		if (!this.running) throw new Error('The sandbox runs within tests only');
		return this.running;
	}

	get origin() {
		return this.now.origin;
	}

	get kakiyo() {
		return this.now.kakiyo;
	}

	get kaicalls() {
		return this.now.kaicalls;
	}

	get kayse() {
		return this.now.kayse;
	}

	get kairo() {
		return this.now.kairo;
	}

	get control() {
		return this.now.control;
	}

	get clock() {
		return this.now.clock;
	}
}

/** A sandbox for the tests of one file, another for each: nothing of one is on its way into the next. */
export function useSandbox(setup: SandboxSetup = {}): SandboxOfTest {
	const sandbox = new SandboxOfTest(setup);
	beforeEach(async () => await sandbox.start());
	afterEach(async () => await sandbox.close());
	return sandbox;
}
