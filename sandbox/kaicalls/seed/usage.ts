import { day, numbers } from '../../tools/seedTools';
import { idOf, type Ids } from '../ids';
import type { UsageRow } from '../state';

const rowCount = 620;
const rowsPerMoment = 3;
const callEvery = 10;
const callCents = 15;

/** Past requests of a key that reaches every business; three at a time share one `created_at`. */
export function seedUsage(ids: Ids): UsageRow[] {
	return numbers(rowCount).map((index) => {
		const isCall = index % callEvery === 0;
		return {
			id: ids.next('usage'),
			business_id: null,
			endpoint: isCall ? '/v1/calls' : '/v1/agents',
			method: isCall ? 'POST' : 'GET',
			status_code: isCall ? 201 : 200,
			call_id: isCall ? idOf('call', 1 + index / callEvery) : null,
			cost_cents: isCall ? callCents : 0,
			created_at: Date.parse(day(12, Math.floor(index / rowsPerMoment))),
		};
	});
}
