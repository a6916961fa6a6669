import type { IDataObject } from 'n8n-workflow';

import { sendingFailure, type Failure } from '../../shared/contract/failure';
import { idsFrom } from '../values/values';
import type { Lead, Row } from './lead';
import { stringOf } from '../../shared/values/text';

/** The steps, in order. */
const STEPS = ['client', 'case', 'link', 'list', 'call'] as const;

export type StepName = (typeof STEPS)[number];

/** The results of a lead's steps so far, for its item. */
export type Steps = Partial<Record<StepName, IDataObject>>;

const TITLES: Record<StepName, string> = {
	client: 'client',
	case: 'case',
	link: 'link of client and case',
	list: 'case list',
	call: 'call',
};

function told(step: StepName, { outcome, id }: IDataObject): string {
	const named = typeof id === 'number' ? ` (ID ${id})` : '';
	return `${TITLES[step]} ${stringOf(outcome)}${named}`;
}

/** A text such as "client created (ID 412), case updated (ID 9001)"; empty if no step is done. */
function account(steps: Steps): string {
	return STEPS.flatMap((step) => {
		const done = steps[step];
		return done ? [told(step, done)] : [];
	}).join(', ');
}

/** Whether the step may have been done despite the failure. */
const isDoubtful = ({ kind, mayBeDone }: Failure): boolean => kind === 'unknown' || mayBeDone === true;

const idOf = (step: IDataObject | undefined): number | undefined =>
	typeof step?.id === 'number' ? step.id : undefined;

/** The columns of a table for a lead, after these steps. */
export function rowOf({ client, case: legalCase, call }: Steps, before: Row): Row & Record<string, string | number> {
	const clientId = idOf(client) ?? before.client_id;
	const caseId = idOf(legalCase) ?? before.case_id;
	const calledBefore = idsFrom(before.called_campaigns ?? [], 'called_campaigns');
	const called = [
		...new Set([
			...calledBefore,
			...(call?.campaign_id === undefined ? [] : idsFrom(call.campaign_id, 'called_campaigns')),
		]),
	];
	return {
		...(clientId !== undefined && { client_id: clientId }),
		...(caseId !== undefined && { case_id: caseId }),
		...(called.length > 0 && { called_campaigns: called.join(', ') }),
	};
}

/** The failure of a lead at a step, with a list of the records that exist by then. */
export function endedAt(step: StepName, error: unknown, { steps, lead }: { steps: Steps; lead: Lead }): Failure {
	const failure = { ...sendingFailure(error), made: rowOf(steps, lead.row) };
	const sofar = account(steps);
	if (sofar === '') return failure;
	if (failure.kind === 'heldBack')
		return { ...failure, description: `${failure.description} Done before that: ${sofar}.` };
	return {
		...failure,
		// A lead with an existing record must not look like a lead that was never tried.
		kind: failure.kind === 'skipped' ? 'unavailable' : failure.kind,
		isStarted: true,
		message: `${isDoubtful(failure) ? `At the ${TITLES[step]}` : `The ${TITLES[step]} was not done`}: ${failure.message}`,
		description:
			`${failure.description} Done before that: ${sofar}. A further try goes on from there. To go on in a new manual execution, run this item alone with these IDs under Additional Fields.`.trim(),
	};
}
