import Fastify, { type FastifyInstance } from 'fastify';
import { exchange, type Services } from './exchange';
import type { Vendor } from './vendor';

const maximumBodyBytes = 10 * 1024 * 1024;

/** An HTTP server with each vendor mounted under its prefix; not listening yet. */
export function buildServer(vendors: readonly Vendor[], services: Services): FastifyInstance {
	const app = Fastify({
		bodyLimit: maximumBodyBytes,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 1000 },
	});
	// Bodies stay text here: the key is checked before the body, and each vendor has its own error text.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	// Each vendor has its own clock; the Date header shows its time.
	app.addHook('onSend', async (_request, reply) => {
		reply.header('date', new Date(services.clock.now()).toUTCString());
	});

	for (const vendor of vendors) {
		app.register(
			async (scope) => {
				for (const route of vendor.routes) {
					scope.route({
						method: route.method,
						url: route.path,
						handler: async (request, reply) => await exchange(services, vendor, route, request, reply),
					});
				}
				scope.setNotFoundHandler(async (request, reply) => await exchange(services, vendor, undefined, request, reply));
			},
			{ prefix: vendor.prefix },
		);
	}
	return app;
}
