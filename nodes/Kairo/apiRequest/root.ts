import type { INodeProperties } from 'n8n-workflow';

import { invalidInput } from '../../shared/contract/failure';
import type { ItemParameters } from '../../shared/contract/operation';
import { ofKind } from '../../shared/values/reading/kind';
import { categories, type CategoryName } from '../endpoints';
import { parameterNamesOf } from './parameterNames';
import { segmentsOf } from './path';

/** A sentence about the origin of a root that KAIRO does not document; '' for a documented one. */
export function originOf(category: CategoryName): string {
	const { root, rootStanding } = categories[category];
	return rootStanding === 'documented'
		? ''
		: ` KAIRO documents no path with ${root}. It follows from the name of the category.`;
}

/** The option for another root. */
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
 * The root of the request: the category’s own, or the one that the user entered, checked like a path.
 * @throws ItemFailure with the flaw of the root
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
