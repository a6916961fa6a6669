import { pathWith } from '../../shared/operations/request';
import type { ApiRequest } from '../../shared/contract/operation';
import type { Explanation, Refusal } from '../../shared/contract/vendor';
import { endpointOf } from '../endpoints';
import { pathStandingOf } from '../paths/undocumented';
import { kairo } from '../vendor';

/** The categories that have runs. */
export type Runner = 'agent' | 'workflow';

/** The common text advises to run the item again. Here, that would start a second run. */
const refused = ({ status }: Refusal): Explanation => ({
	message: `KAIRO refused to show it (status ${status})`,
	description: 'Check the plan and the rights of the API key in KAIRO.',
});

/** The request that reads the run with these ids. */
export function getRunRequest(runner: Runner, ids: Record<string, string>): ApiRequest {
	const endpoint = endpointOf(runner, 'getRun');
	const { explain, ...standing } = pathStandingOf(runner, endpoint);
	return {
		request: { method: endpoint.method, path: pathWith(endpoint, ids), query: {} },
		ids,
		...standing,
		explain: (refusal) => explain?.(refusal) ?? kairo.explain(refusal) ?? refused(refusal),
	};
}
