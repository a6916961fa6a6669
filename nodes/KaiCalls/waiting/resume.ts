import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { systemTime } from '../../shared/engine/systemTime';
import { isRecord } from '../../shared/values/json';
import { askUntil } from '../../shared/operations/poll';
import { asItem } from '../../shared/values/rows';
import { readCarried } from '../../shared/waiting/carried';
import { lookUpOver, type LookUp } from './lookUp';
import { awaitedId, endedRow, hasEnded } from './outcome';

/** How long the API may lag behind its own callback. */
const PATIENCE_MS = 3_000;

const isOver = (body: unknown): boolean => isRecord(body) && hasEnded(asItem(body));

async function lookUpPatiently(lookUp: LookUp, id: string): Promise<unknown> {
	return await askUntil(async () => await lookUp(id), isOver, PATIENCE_MS, {
		time: systemTime,
		cancelled: () => false,
	});
}

/**
 * Reads the calls that the execution waits for, until one turns out to go on.
 * @param reported the call that the callback speaks of: only where to look first, as anybody may have sent it
 * @returns the calls by id; undefined when not all of them have ended
 */
async function readEnded(
	awaited: string[],
	reported: unknown,
	lookUp: LookUp,
): Promise<Map<string, IDataObject> | undefined> {
	const ended = new Map<string, IDataObject>();
	const reportedFirst = [...awaited].sort((a, b) => Number(b === reported) - Number(a === reported));
	for (const id of reportedFirst) {
		const body = id === reported ? await lookUpPatiently(lookUp, id) : (await lookUp(id)).body;
		if (!isOver(body)) return undefined;
		ended.set(id, asItem(body));
	}
	return ended;
}

/** What the execution goes on with; undefined while it has to wait on. */
async function outcomes(context: IWebhookFunctions): Promise<IDataObject[] | undefined> {
	const carried = readCarried(context);
	const awaited = carried.flatMap((row) => awaitedId(row) ?? []);
	const lookUp = lookUpOver(context);
	const body: unknown = context.getBodyData();
	const ended = await readEnded(awaited, isRecord(body) ? body.call_id : undefined, lookUp);
	return ended && carried.map((row) => {
		const call = ended.get(awaitedId(row) ?? '');
		return call ? endedRow(call) : row;
	});
}

/**
 * Resumes the execution when a callback comes and the API says that all its calls have ended. KaiCalls does not sign
 * callbacks (seed 004 "Webhooks"), so nothing that one says is taken over: it is a knock on the door.
 */
export async function resumeWhenEnded(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const found = await outcomes(this).then(
		(rows) => ({ rows }),
		// Thrown on, n8n would take it for the end of the execution.
		(unread: unknown) => ({ unread }),
	);
	if ('unread' in found) {
		this.logger.warn('A callback of KaiCalls came, but the call could not be read; the execution waits on', {
			reason: found.unread instanceof Error ? found.unread.message : '',
		});
		this.getResponseObject().status(503).json({ message: 'The call could not be read' });
		return { noWebhookResponse: true };
	}
	if (found.rows === undefined) return { webhookResponse: { message: 'Not all calls have ended' } };
	return { workflowData: [found.rows.map((json, item) => ({ json, pairedItem: { item } }))] };
}
