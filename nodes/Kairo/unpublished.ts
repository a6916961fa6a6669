import { labelOf } from '../shared/executor/refusal';
import type { Explanation, Refusal } from '../shared/executor/vendor';
import type { CategoryName, KairoEndpoint, Standing } from './endpoints';

/** The categories as the node’s Resource field names them. */
export const LABELS: Record<CategoryName, string> = {
	agent: 'Agent',
	workflow: 'Workflow',
	context: 'Context',
	analytics: 'Analytics',
};

const written = ({ method, path }: KairoEndpoint): string => `${method} ${path}`;

/** Where a path comes from that KAIRO does not print, as the end of a sentence. */
const ORIGIN: Record<Exclude<Standing, 'documented'>, string> = {
	implied: 'the plain path of its category',
	assumed: 'a path that this node assumes',
};

/**
 * What the user should know of where an operation goes, before it is used.
 * @param does what the operation does, without a full stop
 */
export function described(endpoint: KairoEndpoint, does: string): string {
	if (endpoint.standing === 'documented') return does;
	const basis =
		endpoint.standing === 'assumed'
			? `this node assumes ${written(endpoint)}`
			: `${written(endpoint)} is the plain one of its category`;
	return `${does}. KAIRO publishes no path for this; ${basis}.`;
}

const NO_ENDPOINT = new Set([404, 405]);

/** Wording for the two answers that an endpoint gives which is not where it was looked for. */
export const explanationOf =
	(category: CategoryName, endpoint: KairoEndpoint) =>
	({ status, ids }: Refusal): Explanation | undefined => {
		const { standing, method, path } = endpoint;
		if (standing === 'documented' || !NO_ENDPOINT.has(status)) return undefined;

		const named = Object.entries(ids).map(([parameter, id]) => `${labelOf(parameter)} "${id}"`).join(' and ');
		const mayBeUnknown = named !== '' && status === 404;
		const remedy = `KAIRO publishes no path for this operation. Where you know the right one, send it with ${LABELS[category]} > API Request.`;
		if (standing === 'implied' && mayBeUnknown) {
			return {
				message: `KAIRO knows no ${named}, or has another path for this than ${written(endpoint)}`,
				description: `Check the ID first. ${remedy}`,
			};
		}
		return {
			message:
				status === 405
					? `KAIRO does not take ${method} at ${path}, ${ORIGIN[standing]}`
					: `KAIRO found nothing at ${written(endpoint)}, ${ORIGIN[standing]}`,
			description: mayBeUnknown ? `${remedy} If the path is right, KAIRO knows no ${named}.` : remedy,
		};
	};

/** What a dropdown says whose list could not be had. */
export const listNotPublished = (endpoint: KairoEndpoint): string =>
	`KAIRO publishes no path for this list; ${written(endpoint)} was tried. By ID works without it.`;
