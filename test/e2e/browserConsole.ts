import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** Kinds of messages that say that something is wrong. */
const COMPLAINTS: ReadonlySet<string> = new Set(['error', 'warning', 'assert']);

/** n8n asks for the output of its own nodes before they ran, and has no file for some of them. */
const ABSENT_SCHEMA = {
	text: 'Failed to load resource: the server responded with a status of 404 (Not Found)',
	path: /^\/schemas\/n8n-nodes-base\./,
};

/** What all pages of a browser write into its console, as far as it is about n8n and the pack, and errors that no code caught. */
export class BrowserConsole {
	private complaints: string[] = [];

	constructor(
		context: BrowserContext,
		private readonly n8nUrl: string,
	) {
		context.on('console', (message) => {
			if (COMPLAINTS.has(message.type()) && !this.isOfN8nAlone(message))
				this.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
		});
		context.on('weberror', (event) => this.complaints.push(String(event.error().stack)));
	}

	/** The complaints since the last time. */
	takeComplaints(): string[] {
		const taken = this.complaints;
		this.complaints = [];
		return taken;
	}

	private isOfN8nAlone(message: ConsoleMessage): boolean {
		const { url } = message.location();
		if (!URL.canParse(url)) return false;
		const { origin, pathname } = new URL(url);
		// n8n looks on the internet for a newer version of the pack, which some machines cannot reach.
		if (origin !== new URL(this.n8nUrl).origin) return true;
		return message.text() === ABSENT_SCHEMA.text && ABSENT_SCHEMA.path.test(pathname);
	}
}
