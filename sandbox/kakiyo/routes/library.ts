import type { Route } from '../../server/vendor';
import { createProduct } from '../contract/library';
import { find } from '../errors';
import type { Kakiyo } from '../kakiyo';
import { plain, withBody } from './builders';
import { withinPlan } from './plan';

/** Products and models, to which campaigns and prompts refer. */
export function libraryRoutes(kakiyo: Kakiyo): Route[] {
	return [
		plain({ method: 'GET', path: '/products', handle: () => [...kakiyo.state.products.values()] }),
		withBody({
			method: 'POST',
			path: '/products',
			body: createProduct,
			status: 201,
			handle({ body }) {
				const { products, ids } = kakiyo.state;
				withinPlan(products, kakiyo.settings.maxProducts, 'products');
				const id = ids.next('prod');
				products.set(id, { id, ...body, createdAt: kakiyo.clock.iso() });
				return { id, message: 'Product created successfully' };
			},
		}),
		plain({
			method: 'GET',
			path: '/models',
			handle() {
				const models = [...kakiyo.state.models.values()].filter(({ status }) => status === 'active');
				return { models, total: models.length };
			},
		}),
		plain({
			method: 'GET',
			path: '/models/:modelId',
			handle: ({ params }) => find(kakiyo.state.models, params.modelId, 'Model'),
		}),
	];
}
