import { z } from 'zod';
import type { Call, Route } from '../../server/vendor';
import { categories, type CategoryName, type Endpoint, type Standing } from '../contract/endpoints';
import { methodNotAllowed, unknownEndpoint } from '../errors';
import type { Kairo } from '../kairo';
import { agentHandlers } from './agents';
import { analyticsHandlers } from './analytics';
import type { Handlers, RouteAt } from './builders';
import { contextHandlers } from './context';
import { unpublishedRoutes } from './unpublished';
import { workflowHandlers } from './workflows';

interface Category {
	root: string;
	methods: readonly string[];
	endpoints: Record<string, Endpoint>;
}

const methodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** The route, if endpoints of its kind are served. */
function servedAs(kairo: Kairo, standing: Standing, { methods }: Category, route: Route): Route {
	function requireServed({ method, path }: Call): void {
		if (kairo.settings.served.includes(standing)) return;
		if (kairo.settings.unservedStatus === 404) throw unknownEndpoint(kairo, method, path);
		throw methodNotAllowed(
			kairo,
			method,
			methods.filter((other) => other !== method),
		);
	}
	return {
		...route,
		answer(call) {
			requireServed(call);
			return route.answer(call);
		},
	};
}

function categoryRoutes(kairo: Kairo, category: Category, handlers: Record<string, RouteAt>): Route[] {
	return Object.entries(handlers).map(([name, routeAt]) => {
		const endpoint = category.endpoints[name];
		if (!endpoint) throw new Error(`The table has no endpoint ${name}`);
		const place = {
			method: methodSchema.parse(endpoint.method),
			path: (category.root + endpoint.path).replace(/\{(\w+)\}/g, ':$1'),
		};
		return servedAs(kairo, endpoint.standing, category, routeAt(place));
	});
}

/** Every endpoint of the table at its path, and the unpublished ones. */
export function kairoRoutes(kairo: Kairo): Route[] {
	const handlers: { [C in CategoryName]: Handlers<C> } = {
		agent: agentHandlers(kairo),
		workflow: workflowHandlers(kairo),
		context: contextHandlers(kairo),
		analytics: analyticsHandlers(kairo),
	};
	return [
		...categoryRoutes(kairo, categories.agent, handlers.agent),
		...categoryRoutes(kairo, categories.workflow, handlers.workflow),
		...categoryRoutes(kairo, categories.context, handlers.context),
		...categoryRoutes(kairo, categories.analytics, handlers.analytics),
		...unpublishedRoutes(kairo),
	];
}
