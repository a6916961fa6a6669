import type { IDataObject } from 'n8n-workflow';

import { draftRequest } from '../executor/request';
import type { Call, ApiRequest, Endpoint, Operation } from '../executor/operation';
import { rowsOf } from './rows';

/** Changes a drafted request, or finds it unfit. */
export type Prepare = (apiRequest: ApiRequest, call: Call) => ApiRequest;

export interface SingleRequest extends Endpoint {
	/** What the fields' own `routing.send` cannot say, in order. */
	prepare?: Prepare[];
	/** Response body to rows; the body as it is when absent. */
	read?: (body: unknown, call: Call) => IDataObject[];
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** One request for each item. */
export const single =
	(definition: SingleRequest): Operation =>
	(call) => {
		const apiRequest = (definition.prepare ?? []).reduce(
			(drafted, prepare) => prepare(drafted, call),
			draftRequest(definition, call),
		);
		const { simplify } = definition;
		const simplified = simplify !== undefined && call.field('simplify', false) === true;
		return {
			fingerprint: apiRequest.request,
			async perform(client) {
				const { body } = await client.send(apiRequest);
				const rows = (definition.read ?? rowsOf)(body, call);
				return simplified ? rows.map(simplify) : rows;
			},
		};
	};

/** For `read`: n8n's answer to a deletion. */
export const deleted = (): IDataObject[] => [{ deleted: true }];
