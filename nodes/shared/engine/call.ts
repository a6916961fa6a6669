import {
	NodeConnectionTypes,
	type DeclarativeRestApiSettings,
	type IExecuteSingleFunctions,
} from 'n8n-workflow';

import { isRecord } from '../values/json';
import type { ItemParameters } from '../contract/operation';
import type { Pass } from '../run/run';

type Context = IExecuteSingleFunctions;

/** n8n offers a node with `usableAsTool` to AI agents under its own name with this ending. */
export const isTool = (context: Context): boolean => context.getNode().type.endsWith('Tool');

function readField(context: Context, name: string, fallback: unknown): unknown {
	// n8n throws for a parameter that is not there, unless it gets some value in its place.
	const value: unknown = context.getNodeParameter(name, fallback ?? '');
	const isLocator = isRecord(value) && value.__rl === true;
	return isLocator ? context.getNodeParameter(name, '', { extractValue: true }) : value;
}

/** An item's call as n8n hands it to the executor. */
export function readCall(
	context: Context,
	{ options }: Pick<DeclarativeRestApiSettings.ResultOptions, 'options'>,
): ItemParameters {
	return {
		index: context.getItemIndex(),
		input: isTool(context) ? {} : context.getInputData().json,
		isTool: isTool(context),
		timeZone: context.getTimezone(),
		query: isRecord(options.qs) ? options.qs : {},
		body: isRecord(options.body) ? options.body : {},
		parameter: (name, fallback) => readField(context, name, fallback),
	};
}

/** All expressions somewhere in a node's parameters. */
function expressionsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value.slice(1)] : [];
	if (Array.isArray(value)) return value.flatMap(expressionsIn);
	return isRecord(value) ? Object.values(value).flatMap(expressionsIn) : [];
}

function inputCount(context: Context): number {
	if (isTool(context) || context.getNode().executeOnce) return 1;
	return context.getExecuteData().data[NodeConnectionTypes.Main]?.[0]?.length ?? 1;
}

/** What n8n tells about the pass over the items that this one belongs to. */
export function readPass(context: Context): Pass {
	return {
		total: inputCount(context),
		stopOnFailure: !context.continueOnFail(),
		isReadable(item) {
			try {
				for (const expression of expressionsIn(context.getNode().parameters)) {
					context.evaluateExpression(expression, item);
				}
				return true;
			} catch {
				return false;
			}
		},
	};
}
