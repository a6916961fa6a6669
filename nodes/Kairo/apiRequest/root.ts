import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { ofKind } from '../../shared/values/reading/kind';
import { categories, type CategoryName } from '../endpoints';
import { parameterNamesOf } from './parameterNames';
import { segmentsOf } from './path';

/** Where a root comes from that KAIRO does not print, as a sentence after others. */
export function originOf(category: CategoryName): string {
	const { root, rootStanding } = categories[category];
	return rootStanding === 'documented'
		? ''
		: ` KAIRO documents no path with ${root}. It follows from the name of the category.`;
}

/** Among the options. */
export const rootField = (category: CategoryName): INodeProperties => {
	const { root } = categories[category];
	return ofKind('own', {
		displayName: 'Category Root',
		name: parameterNamesOf(category).root,
		type: 'string',
		default: root,
		description: `The start of the path, instead of ${root}. Change it if KAIRO shows another one.`,
	});
};

/**
 * The root that a request goes below: the category’s, or one of the user’s under the same rules as a path.
 * @throws ItemFailure naming what is wrong with it
 */
export function readRoot(item: ItemParameters, category: CategoryName): string {
	const { root } = categories[category];
	const remedy = `Enter it as in ${root}, or remove it for ${root}.`;
	const place = `options.${parameterNamesOf(category).root}`;
	const segments = segmentsOf(item.parameter(place, root), {
		label: 'Category Root',
		remedy,
		isBrought: item.isExpression(place),
		templateOf: item.templateOf,
	});
	if (segments.length === 0) throw invalidInput('"Category Root" is empty', remedy);
	return `/${segments.join('/')}`;
}
