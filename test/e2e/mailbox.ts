import { createServer, type Server, type Socket } from 'node:net';

import { LOOPBACK } from '../../demo/ports';

const END_OF_MAIL = '\r\n.\r\n';

/** Takes mails as a server of SMTP does, and keeps them. */
export class Mailbox {
	/** Each mail as it came, with its headers. */
	readonly mails: string[] = [];

	private readonly server: Server = createServer((socket) => this.talk(socket));

	/** @returns its port */
	async open(): Promise<number> {
		await new Promise<void>((resolve) => this.server.listen(0, LOOPBACK, resolve));
		const address = this.server.address();
		if (address === null || typeof address === 'string') throw new Error('The mailbox has no port');
		return address.port;
	}

	close(): void {
		this.server.close();
	}

	private talk(socket: Socket): void {
		let mail: string | undefined;
		const say = (line: string) => socket.write(`${line}\r\n`);
		const obey = (command: string) => {
			if (/^QUIT/i.test(command)) {
				say('221 Bye');
				socket.end();
			} else if (/^DATA/i.test(command)) {
				mail = '';
				say('354 Go on');
			} else say('250 OK');
		};
		socket.setEncoding('utf8').on('data', (text: string) => {
			if (mail === undefined) {
				for (const command of text.split('\r\n').filter(Boolean)) obey(command);
				return;
			}
			mail += text;
			if (!mail.endsWith(END_OF_MAIL)) return;
			this.mails.push(mail);
			mail = undefined;
			say('250 OK');
		});
		socket.on('error', () => socket.destroy());
		say('220 Mailbox');
	}
}
