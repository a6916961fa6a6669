import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { hmacSha256 } from '../../webhooks/hmac';
import type { KaiCallsAccount } from '../account';
import type { Call } from '../state';
import { wavTone } from './wav';

const chunkBytes = 64 * 1024;

/** One request to the recording host. */
export interface RecordingRequest {
	/** Vendor epoch milliseconds. */
	time: number;
	method: string;
	path: string;
	/** Whether the client sent an `Authorization` header to this foreign host. */
	authorization: boolean;
	status: number;
}

function* zeros(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= chunkBytes) yield Buffer.alloc(Math.min(left, chunkBytes));
}

function token(callId: string): string {
	return hmacSha256('kaicalls recordings', callId).slice(0, 32);
}

/** The storage host of recording URLs: another origin than the API; the URL alone opens a recording. */
export class RecordingHost {
	/** Its address; empty before it listens. */
	origin = '';

	private readonly app: FastifyInstance = Fastify({ exposeHeadRoutes: true, forceCloseConnections: true });

	private readonly audio = wavTone();

	private requests: RecordingRequest[] = [];

	constructor(private readonly kaicalls: KaiCallsAccount) {
		this.app.addHook('onResponse', async ({ method, url, headers }, { statusCode: status }) => {
			const [path = ''] = url.split('?');
			this.requests.push({
				time: kaicalls.clock.now(),
				method,
				path,
				authorization: headers.authorization !== undefined,
				status,
			});
		});
		this.app.get('/recordings/:file', (request, reply) => this.serve(request, reply));
		this.app.get('/stored/:file', (_request, reply) => this.sendAudio(reply));
	}

	/** The link of a call, the same in all its records. */
	urlOf({ id }: Call): string {
		return `${this.origin}/recordings/${id}.wav?token=${token(id)}`;
	}

	/** Another link to the same recording, because signed links are made again each time. */
	freshUrlOf(call: Call): string {
		return `${this.urlOf(call)}&fresh=1`;
	}

	/** Every finished request, in order. */
	log(): RecordingRequest[] {
		return structuredClone(this.requests);
	}

	async listen(host: string): Promise<void> {
		this.origin = await this.app.listen({ host, port: 0 });
	}

	async close(): Promise<void> {
		await this.app.close();
	}

	clear(): void {
		this.requests = [];
	}

	private serve({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
		const { recordings, largeRecordingBytes, recordingRedirect, callLinks } = this.kaicalls.settings;
		const { pathname, searchParams } = new URL(url, this.origin);
		const callId = pathname.slice('/recordings/'.length, -'.wav'.length);
		if (searchParams.get('token') !== token(callId)) return reply.code(403).send({ error: 'The link is not valid' });
		if (callLinks === 'expired' && !searchParams.has('fresh'))
			return reply.code(403).send({ error: 'Request has expired' });
		switch (recordings) {
			case 'audio':
				return this.sendAudio(reply);
			case 'large':
				return reply
					.type('audio/wav')
					.header('content-length', largeRecordingBytes)
					.send(Readable.from(zeros(largeRecordingBytes)));
			case 'largeWithoutLength':
				return reply.type('audio/wav').send(Readable.from(zeros(largeRecordingBytes)));
			case 'redirect':
				return reply.redirect(recordingRedirect ?? `${this.origin}/stored/${callId}.wav`);
			case 'notFound':
				return reply.code(404).send({ error: 'The recording is gone' });
		}
	}

	private sendAudio(reply: FastifyReply): FastifyReply {
		return reply.type('audio/wav').send(this.audio);
	}
}
