import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
	ResourceMapperField,
} from 'n8n-workflow';

import { fitValues, type Values } from './values';
import { isProperty, type Way } from './ways';

/** Reads the fields of a resource mapper, as the editor does. */
export type MappedFields = (method: string) => Promise<ResourceMapperField[]>;

/** Parameters of a node with an expression wherever there can be one. */
export interface Generated {
	parameters: INodeParameters;
	/** What the expressions stand for, by the paths of their fields. */
	values: Map<string, Values>;
}

/** The expression in the field of this path. Input items have its value under this name. */
export const expressionAt = (path: string): string => `={{ $json[${JSON.stringify(path)}] }}`;

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** They hold nothing that a user enters. */
const WITHOUT_VALUE = ['notice', 'hidden'];

class Generator {
	readonly values: Generated['values'] = new Map();

	constructor(
		private readonly way: Way,
		private readonly mappedFields: MappedFields,
	) {}

	/** The parameters of those fields that are shown. */
	async of(fields: INodeProperties[], parent = ''): Promise<INodeParameters> {
		const parameters: INodeParameters = {};
		for (const field of fields) {
			if (WITHOUT_VALUE.includes(field.type) || !this.way.isShown(field)) continue;
			const value = await this.parameter(field, `${parent}${field.name}`);
			if (value !== undefined) parameters[field.name] = value;
		}
		return parameters;
	}

	private expression(path: string, values: Values): string {
		this.values.set(path, values);
		return expressionAt(path);
	}

	private async parameter(field: INodeProperties, path: string): Promise<NodeParameterValueType | undefined> {
		const choice = this.way.choices[path];
		if (field.type === 'resourceMapper') return await this.mapper(field, path);
		if (field.noDataExpression) return choice;
		if (choice !== undefined) return this.expression(path, () => choice);
		if (field.type === 'collection') return await this.of((field.options ?? []).filter(isProperty), `${path}.`);
		if (field.type === 'fixedCollection') return await this.groups(field, path);
		if (field.type === 'resourceLocator') return located(field, this.expression(path, fitValues(field, path)));
		const paths = field.typeOptions?.multipleValues ? [`${path}[0]`, `${path}[1]`] : [path];
		const expressions = paths.map((place) => this.expression(place, fitValues(field, place)));
		return field.typeOptions?.multipleValues ? expressions : expressions[0];
	}

	private async groups({ options = [], typeOptions }: INodeProperties, path: string): Promise<INodeParameters> {
		const groups: INodeParameters = {};
		for (const { name, values } of options.filter(isGroup)) {
			groups[name] = typeOptions?.multipleValues
				? [await this.of(values, `${path}.${name}[0].`), await this.of(values, `${path}.${name}[1].`)]
				: await this.of(values, `${path}.${name}.`);
		}
		return groups;
	}

	private async mapper({ typeOptions }: INodeProperties, path: string): Promise<NodeParameterValueType> {
		const schema = await this.mappedFields(typeOptions?.resourceMapper?.resourceMapperMethod ?? '');
		const value = schema.map(({ id, type = 'string' }): [string, string] => {
			const place = `${path}.${id}`;
			return [id, this.expression(place, fitValues({ name: id, type: type as INodeProperties['type'] }, place))];
		});
		return {
			mappingMode: 'defineBelow',
			value: Object.fromEntries(value),
			schema,
			matchingColumns: [],
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		};
	}
}

/** In the last mode, an ID or the like is entered. */
const located = ({ modes = [] }: INodeProperties, value: string): NodeParameterValueType => ({
	__rl: true,
	mode: modes.at(-1)?.name ?? 'id',
	value,
});

/**
 * Where an expression decides which fields are shown, n8n shows them all, and does not run a node without those that are
 * required: the fields of the other ways, filled with anything.
 */
function demanded({ fields, isShown }: Way, parameters: INodeParameters): INodeParameters {
	const others = fields.filter((field) => field.required && !isShown(field) && isShown(field, parameters));
	return Object.fromEntries(
		others
			.filter(({ name }) => !(name in parameters))
			.map((field) => [field.name, field.type === 'resourceLocator' ? located(field, '1') : 'not read']),
	);
}

/** An expression in every field of a way that can hold one. */
export async function generate(way: Way, mappedFields: MappedFields): Promise<Generated> {
	const generator = new Generator(way, mappedFields);
	const parameters = await generator.of(way.fields);
	return { parameters: { ...parameters, ...demanded(way, parameters) }, values: generator.values };
}
