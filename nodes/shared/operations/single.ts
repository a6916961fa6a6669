import type { IDataObject } from 'n8n-workflow';

import type { Call, ApiRequest, Endpoint, Operation } from '../executor/operation';
import { draftRequest } from '../executor/request';
import { advising, type Advice } from './advice';
import { rowsOf } from './rows';

/** Changes a drafted request, or finds it unfit. */
export type Prepare = (apiRequest: ApiRequest, call: Call) => ApiRequest;

/** An endpoint, and what the fields' own `routing.send` cannot say, in order. */
export interface PreparedEndpoint extends Endpoint {
	prepare?: Prepare[];
}

export interface SingleRequest extends PreparedEndpoint, Advice {
	/** Response body to rows; the body as it is when absent. */
	read?: (body: unknown, call: Call) => IDataObject[];
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The request for one item. */
export const prepareRequest = ({ prepare = [], ...endpoint }: PreparedEndpoint, call: Call): ApiRequest =>
	prepare.reduce((drafted, step) => step(drafted, call), draftRequest(endpoint, call));

/** One request for each item. */
export const single = (definition: SingleRequest): Operation =>
	advising(definition, (call) => {
		const apiRequest = prepareRequest(definition, call);
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
	});

/** For `read`: n8n's answer to a deletion. */
export const deleted = (): IDataObject[] => [{ deleted: true }];
