import type { ApiRequest } from '../../shared/contract/operation';
import { labelOf } from '../../shared/values/label';
import { pathWith } from '../../shared/operations/request';
import type { Explanation, Refusal } from '../../shared/contract/vendor';
import type { Prepare } from '../../shared/operations/single';
import type { CategoryName, KairoEndpoint, Standing } from '../endpoints';
import { LABELS } from './labels';

const written = ({ method, path }: KairoEndpoint): string => `${method} ${path}`;

/** The origin of a path that KAIRO does not document, as the end of a sentence. */
const ORIGIN: Record<Exclude<Standing, 'documented'>, string> = {
	implied: 'a path that its list of categories suggests',
	assumed: 'a path that this node assumes',
};

const basisOf = (endpoint: KairoEndpoint): string =>
	endpoint.standing === 'assumed'
		? `this node assumes ${written(endpoint)}`
		: `its list of categories suggests ${written(endpoint)}`;

const NO_ENDPOINT = new Set([404, 405]);

/** Whether the status may mean that the path is wrong. */
export const mayBeNoEndpoint = (status: number | undefined): boolean => status !== undefined && NO_ENDPOINT.has(status);

/** Whether KAIRO's message names a record of the request and not the path: then the path is right. */
const namesRecord = (message: string, path: string, ids: Refusal['ids']): boolean =>
	!message.includes(path) && Object.values(ids).some((id) => message.includes(id));

/** Explains the two statuses of a wrong path, 404 and 405. */
const explanationOf =
	(category: CategoryName, endpoint: KairoEndpoint) =>
	({ status, ids, message }: Refusal): Explanation | undefined => {
		const { standing, method } = endpoint;
		if (standing === 'documented' || !mayBeNoEndpoint(status)) return undefined;

		const tried = pathWith(endpoint, ids);
		if (namesRecord(message, tried, ids)) {
			return {
				message: `KAIRO says: "${message}"`,
				description: `Check the ID, and that the credential belongs to the same account. The request was ${method} ${tried}, ${ORIGIN[standing]}.`,
			};
		}
		const named = Object.entries(ids)
			.map(([parameter, id]) => `${labelOf(parameter)} "${id}"`)
			.join(' and ');
		const mayBeUnknown = named !== '' && status === 404;
		const remedy = `KAIRO documents no path for this operation: ${basisOf(endpoint)}. If you know the right one, use ${LABELS[category]} > API Request.`;
		if (standing === 'implied' && mayBeUnknown) {
			return {
				message: `KAIRO did not find ${named}, or uses another path than ${method} ${tried}`,
				description: `Check the ID first. ${remedy}`,
			};
		}
		return {
			message:
				status === 405
					? `KAIRO does not accept ${method} at ${tried}, ${ORIGIN[standing]}`
					: `KAIRO found nothing at ${method} ${tried}, ${ORIGIN[standing]}`,
			description: mayBeUnknown ? `${remedy} If the path is right, KAIRO did not find ${named}.` : remedy,
		};
	};

/** How a request explains refusals, and whether its 404 may mean a wrong path. */
export const pathStandingOf = (
	category: CategoryName,
	endpoint: KairoEndpoint,
): Pick<ApiRequest, 'explain' | 'uncertainPath'> => ({
	explain: explanationOf(category, endpoint),
	uncertainPath: endpoint.standing !== 'documented',
});

/** The same for `prepare`. */
export const withPathStanding =
	(category: CategoryName, endpoint: KairoEndpoint): Prepare =>
	(apiRequest) => ({ ...apiRequest, ...pathStandingOf(category, endpoint) });

/** The message of a dropdown whose list could not be read. */
export const listNotPublished = (endpoint: KairoEndpoint): string =>
	`KAIRO documents no path for this list, and ${written(endpoint)} did not work. Use By ID.`;
