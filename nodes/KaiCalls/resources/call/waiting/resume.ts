import { createHash } from 'node:crypto';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { sleepUntil } from '../../../../shared/contract/time';
import { systemTime } from '../../../../shared/engine/systemTime';
import { broughtBeside } from '../../../../shared/run/shownItems';
import { asItem } from '../../../../shared/values/rows';
import { readWaitingData } from '../../../../shared/waiting/waitingData';
import { acceptDelivery } from '../../../../shared/webhook/delivery';
import { endedCall } from '../../../ending/ending';
import { lookAgain, MOST_LOOK_AGAIN_S } from '../../../ending/lookAgain';
import { callIdIn, reportIn } from '../../../ending/callReport';
import { lookOver } from './lookUp';
import { awaitedId, columnsOf, endedRow, withoutCargo } from './outcome';
import { timesOf } from './times';
import { Watch } from './watch';

/** One wait, in this process. */
interface Wait {
	watch: Watch;
	/** Reports about its calls, by call ID. */
	reports: Map<string, IDataObject>;
}

/** The waits of this process. */
const waits = new Map<string, Wait>();

function dropExpired(now: number): void {
	for (const [key, { watch }] of waits) if (watch.expiresAt <= now) waits.delete(key);
}

/** The wait of an execution. It is kept as long as reports may come. */
function waitOf(context: IWebhookFunctions, carried: IDataObject[]): Wait {
	const now = systemTime.now();
	dropExpired(now);
	const rows = carried.filter((row) => awaitedId(row) !== undefined);
	const ids = rows.flatMap((row) => awaitedId(row) ?? []);
	const key = createHash('sha256')
		.update(JSON.stringify([context.getExecutionId(), ids]))
		.digest('base64url');
	const wait = waits.get(key) ?? { watch: new Watch(ids, timesOf(rows, now), systemTime), reports: new Map() };
	waits.set(key, wait);
	return wait;
}

/** Keeps a report about one of these calls, for its details. */
function noteReport(reports: Wait['reports'], carried: IDataObject[], report: IDataObject): void {
	const id = callIdIn(report);
	if (id !== undefined && carried.some((row) => awaitedId(row) === id)) reports.set(id, report);
}

/** Time for requests that still run when the time is over. */
const LAST_LOOKS_MS = 20_000;

/** How long to look for empty members after all calls have ended: not longer than n8n still waits. */
function lookAgainForMs(context: IWebhookFunctions, carried: IDataObject[]): number {
	// An execution that began to wait with an earlier version of this node has no such value.
	const chosen: unknown =
		carried.find(({ lookAgainFor }) => lookAgainFor !== undefined)?.lookAgainFor ??
		context.getNodeParameter('options.lookAgainFor', 0);
	const now = systemTime.now();
	const { latest } = timesOf(
		carried.filter((row) => awaitedId(row) !== undefined),
		now,
	);
	return Math.max(0, Math.min((Number(chosen) || 0) * 1_000, MOST_LOOK_AGAIN_S * 1_000, latest - now - LAST_LOOKS_MS));
}

/** Time for a report that is still on its way when the node has already read its call. */
const REPORT_UNDER_WAY_MS = 3_000;

/** Whether the API says that a call failed, but not why. Often only its report says why: no answer, or a busy line. */
const isUnexplained = (call: IDataObject): boolean => {
	const { outcome, reason } = endedCall(call);
	return outcome === 'failed' && reason === null;
};

/** Waits a moment for reports of calls whose reason the API does not give. */
async function hearWhy(ended: ReadonlyMap<string, IDataObject>, reports: Wait['reports']): Promise<void> {
	const isHeard = () => [...ended].every(([id, call]) => reports.has(id) || !isUnexplained(call));
	await sleepUntil(systemTime.now() + REPORT_UNDER_WAY_MS, isHeard, systemTime);
}

/** The items with which the execution continues; undefined if it must wait longer, or another caller resumes it. */
async function outcomes(context: IWebhookFunctions): Promise<IDataObject[] | undefined> {
	const carried = readWaitingData(context);
	const report = reportIn(asItem(context.getBodyData()));
	const { watch, reports } = waitOf(context, carried);
	noteReport(reports, carried, report);
	const look = lookOver(context);
	const ended = await watch.handleReport(callIdIn(report), look);
	if (!ended) return undefined;
	await hearWhy(ended, reports);
	const forMs = lookAgainForMs(context, carried);
	return await Promise.all(
		carried.map(async (row) => {
			const id = awaitedId(row) ?? '';
			const call = ended.get(id);
			if (!call) return withoutCargo(row);
			const told = endedRow(await lookAgain(call, look, forMs, systemTime), row, {
				report: reports.get(id),
				timeZone: context.getTimezone(),
			});
			return broughtBeside(told, columnsOf(row));
		}),
	);
}

/**
 * Resumes the execution after a callback if the API says that all its calls have ended, or if the time limit has
 * passed. KaiCalls does not sign callbacks (docs/vendors/kaicalls.md#call-reports), so a callback only makes the node
 * read the calls. The callback is answered at once because KaiCalls documents no second one; the node reads the calls
 * afterwards. n8n (2.40, webhook-helpers.js) continues with the items that a webhook returns after its answer, if the
 * execution still waits then.
 */
export async function resumeWhenEnded(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const answered = acceptDelivery(this);
	try {
		const rows = await outcomes(this);
		return rows
			? { ...answered, workflowData: [rows.map((json, item) => ({ json, pairedItem: { item } }))] }
			: answered;
	} catch (unforeseen) {
		// If this error were thrown again, n8n would end the execution.
		this.logger.warn('A callback of KaiCalls came, but the node could not process it. The execution still waits', {
			reason: unforeseen instanceof Error ? unforeseen.message : '',
		});
		return answered;
	}
}
