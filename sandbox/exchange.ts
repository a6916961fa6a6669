import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answer, Refusal } from './answer';
import type { Clock } from './clock';
import { type Faults, type Outcome, play } from './faults';
import { type LogEntry, pickHeaders, type RequestLog } from './requestLog';
import type { Call, Route, Vendor } from './vendor';

export interface Services {
	clock: Clock;
	faults: Faults;
	log: RequestLog;
}

const paramsSchema = z.record(z.string());

function readCall(vendor: Vendor, route: Route | undefined, request: FastifyRequest): Call {
	const [path = ''] = request.raw.url?.slice(vendor.prefix.length).split('?') ?? [];
	return {
		method: request.method,
		path,
		params: route ? paramsSchema.parse(request.params) : {},
		query: request.query,
		headers: request.headers,
		text: typeof request.body === 'string' && request.body !== '' ? request.body : undefined,
	};
}

function readable(text: string | undefined): unknown {
	if (text === undefined) return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** What the vendor answers: gates, then the route; whatever carries the call. */
export async function answerCall(vendor: Vendor, route: Route | undefined, call: Call): Promise<Answer> {
	const answer = await (async () => {
		for (const gate of vendor.gates) gate(call, route);
		if (!route) throw vendor.unknownRoute(call);
		return await route.answer(call);
	})().catch((error: unknown) => {
		if (error instanceof Refusal) return error.answer;
		throw error;
	});
	if (!route) return answer;
	vendor.answered?.(call, route, answer);
	return answer.withHeaders(vendor.replyHeaders(route));
}

function transmit(reply: FastifyReply, outcome: Outcome): void {
	if (outcome.type === 'reset') {
		reply.hijack();
		reply.raw.socket?.resetAndDestroy();
		return;
	}
	const { payload, headers } = outcome.answer.encode();
	if (outcome.type === 'answer') {
		void reply.code(outcome.answer.status).headers(headers).send(payload);
		return;
	}
	reply.hijack();
	reply.raw.writeHead(outcome.answer.status, { ...headers, 'content-length': payload.length });
	reply.raw.write(payload.subarray(0, Math.floor(payload.length / 2)), () => reply.raw.socket?.destroy());
}

/** Serves one vendor request from arrival to the last byte: log, fault, gates, route, wire. */
export async function exchange(
	{ clock, faults, log }: Services,
	vendor: Vendor,
	route: Route | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const call = readCall(vendor, route, request);
	const entry: LogEntry = {
		time: clock.now(),
		vendor: vendor.name,
		method: call.method,
		path: call.path,
		route: route?.path ?? 'unknown',
		query: call.query,
		body: readable(call.text),
		status: null,
		authorized: vendor.isAuthorized(call.headers),
		accepted: false,
		headers: pickHeaders(call.headers),
	};
	log.arrive(entry);
	reply.raw.once('close', () => log.leave(entry));

	const outcome = await play(faults.take(vendor.name, call.method, call.path), async () => {
		const answer = await answerCall(vendor, route, call);
		entry.accepted = answer.accepted;
		return answer;
	});
	entry.status = outcome.type === 'reset' ? 'reset' : outcome.answer.status;
	transmit(reply, outcome);
	return reply;
}
