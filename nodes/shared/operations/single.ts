import type { IDataObject } from 'n8n-workflow';

import type { OutgoingRequest } from '../contract/exchange';
import { ItemFailure } from '../contract/failure';
import type { Contact } from '../contract/contact';
import type { Advice, ApiRequest, Endpoint, Identity, ItemParameters, Operation } from '../contract/operation';
import { isReading } from '../http/readOnly';
import { isFilled } from '../values/filled';
import { valueAt, isRecord } from '../values/json';
import { readOption } from '../values/reading/option';
import { readYesNo } from '../values/reading/yesNo';
import { rowsOf } from '../values/rows';
import { withSubject } from './withSubject';
import { eachItem, type Draft } from './eachItem';
import { onceKey } from './once';
import { draftRequest } from './request';

/** Changes a drafted request, or rejects it. */
export type Prepare = (apiRequest: ApiRequest, item: ItemParameters) => ApiRequest;

/** An endpoint, and the parts that the fields' own `routing.send` cannot express, in order. */
export interface PreparedEndpoint extends Endpoint {
	prepare?: Prepare[];
}

/** An operation that sends one request for each item. */
export interface SingleRequest extends PreparedEndpoint, Advice {
	/** Whether only the first of equal items in a run is sent. */
	once?: boolean;
	/** Members of the body that identify the person that it reaches, or that it makes a record of. */
	reaches?: readonly string[];
	/** The person that it reaches, if the contact rules apply. */
	contact?: (request: OutgoingRequest) => Contact;
	/** For a reading: an empty answer is an answer, too. */
	mayBeEmpty?: boolean;
	/** Response body to rows; the body as it is when absent. */
	read?: (body: unknown, item: ItemParameters) => IDataObject[];
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The request for one item. */
export const prepareRequest = ({ prepare = [], ...endpoint }: PreparedEndpoint, item: ItemParameters): ApiRequest =>
	prepare.reduce((drafted, step) => step(drafted, item), draftRequest(endpoint, item));

/** The subject of a request: the person or record in its body, otherwise the record in its path. */
export function subjectOf({ path, body }: OutgoingRequest, members: readonly string[] = []): Omit<Identity, 'effect'> {
	const person = members.map((member) => valueAt(body, member));
	return person.some((value) => value !== undefined) ? { reaches: [path, person] } : { subject: path };
}

/** An empty answer, or a record or envelope without content. */
const isEmpty = (body: unknown): boolean =>
	!isFilled(body) || (isRecord(body) && Object.values(body).every((member) => !isFilled(member)));

/** A success by its status, but without the requested content. */
const noRecord = (vendorName: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent an empty answer instead of the record`,
		description: `Check in ${vendorName} that the record exists, and check the Base URL in the credential.`,
		again: 'Then run the item again.',
	});

/**
 * A path that ends in an action acts on a record. A path that ends in a list adds a record, or starts something that
 * becomes one.
 */
const OF_RECORD = /\}\/\w+$/;

/** Whether the answer has the ID of the created record. An answer without one may come from something else. */
const namesWhatItMakes = ({ method, path, repeatable, contact }: SingleRequest): boolean =>
	contact !== undefined || (method === 'POST' && repeatable !== true && !OF_RECORD.test(path));

/** The same for a request that has created a record or reached a person. */
const nothingMade = (vendorName: string): ItemFailure =>
	new ItemFailure({
		kind: 'unknown',
		message: `The outcome is unknown: the request went out to ${vendorName}, and the answer was empty`,
		description: `It may or may not have been carried out, so it was not sent again. Look it up in ${vendorName} before you repeat it, and check the Base URL in the credential.`,
	});

/** One item's request. */
export function singleDraft(definition: SingleRequest, item: ItemParameters): Draft {
	const apiRequest = prepareRequest(definition, item);
	const { request } = apiRequest;
	const { simplify, reaches, once, contact, mayBeEmpty = false } = definition;
	const simplified = simplify !== undefined && readOption(item, 'simplify', 'Simplify', readYesNo) === true;
	return {
		// For a reading, the wanted shape is part of the identity: nothing can happen twice.
		identity: {
			effect: request.method === 'GET' ? { ...request, simplified } : request,
			...subjectOf(request, reaches),
			isContact: once,
			contact: contact?.(request),
		},
		...(once && { once: onceKey(item, request) }),
		async perform(api) {
			const { body } = await api.send({ ...apiRequest, isContact: contact !== undefined });
			const isNothing = isEmpty(body) || (Array.isArray(body) && body.length === 0);
			if (namesWhatItMakes(definition) && isNothing)
				throw isReading(apiRequest) ? noRecord(api.vendorName) : nothingMade(api.vendorName);
			if (request.method === 'GET' && !mayBeEmpty && isEmpty(body)) throw noRecord(api.vendorName);
			const read = (definition.read ?? rowsOf)(body, item);
			// An item that was done goes on, even if its note cannot be built.
			const answered = request.method !== 'GET' && read.length === 0 ? rowsOf(undefined) : read;
			const rows = answered.length === 1 ? answered.map((row) => withSubject(row, apiRequest, api.spelling)) : answered;
			return simplified ? rows.map(simplify) : rows;
		},
	};
}

/** One request for each item. */
export const single = (definition: SingleRequest): Operation =>
	eachItem((item) => singleDraft(definition, item), {
		endpoints: [`${definition.method} ${definition.path}`],
		...definition,
	});
