import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answer, Refusal } from './answer';
import type { Clock } from '../time/clock';
import { type Faults, type Outcome, play } from './faults';
import type { Meanwhile, OthersRequest } from './meanwhile';
import { type LogEntry, pickHeaders, type RequestLog } from './requestLog';
import type { Call, Route, Vendor } from './vendor';

/** The parts of the server that all vendors share. */
export interface Services {
	clock: Clock;
	faults: Faults;
	meanwhile: Meanwhile;
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

/** The vendor's answer: first the gates, then the route. */
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

/** The parameters of a path that matches a route's pattern. */
function paramsOf(route: Route, path: string): Record<string, string> | undefined {
	const [pattern, actual] = [route.path.split('/'), path.split('/')];
	if (pattern.length !== actual.length) return undefined;
	const pairs = pattern.map((segment, at) => [segment, decodeURIComponent(actual[at] ?? '')] as const);
	const isFit = pairs.every(([segment, value]) => segment.startsWith(':') || segment === value);
	return isFit
		? Object.fromEntries(
				pairs.flatMap(([segment, value]) => (segment.startsWith(':') ? [[segment.slice(1), value]] : [])),
			)
		: undefined;
}

/** A request of another client, with the reader's key. */
async function answerOthers(
	vendor: Vendor,
	{ headers: { authorization } }: Call,
	{ method, path, body }: OthersRequest,
): Promise<void> {
	const route = vendor.routes.find((each) => each.method === method && paramsOf(each, path) !== undefined);
	const headers = { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) };
	const text = body === undefined ? undefined : JSON.stringify(body);
	await answerCall(vendor, route, {
		method,
		path,
		params: (route && paramsOf(route, path)) ?? {},
		query: {},
		headers,
		text,
	});
}

const megabyte = 'a'.repeat(1024 * 1024);

function* largeJson(megabytes: number): Generator<string> {
	yield '{"filler":"';
	for (let sent = 0; sent < megabytes; sent++) yield megabyte;
	yield '"}';
}

function transmit(reply: FastifyReply, outcome: Outcome): void {
	if (outcome.type === 'reset') {
		reply.hijack();
		reply.raw.socket?.resetAndDestroy();
		return;
	}
	if (outcome.type === 'large') {
		void reply
			.code(outcome.answer.status)
			.type('application/json; charset=utf-8')
			.send(Readable.from(largeJson(outcome.megabytes), { objectMode: false }));
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
	{ clock, faults, meanwhile, log }: Services,
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
	if (call.method === 'GET')
		for (const others of meanwhile.take(vendor.name, call.path)) await answerOthers(vendor, call, others);
	transmit(reply, outcome);
	return reply;
}
