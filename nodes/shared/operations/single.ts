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

/** Changes a drafted request, or finds it unfit. */
export type Prepare = (apiRequest: ApiRequest, item: ItemParameters) => ApiRequest;

/** An endpoint, and what the fields' own `routing.send` cannot say, in order. */
export interface PreparedEndpoint extends Endpoint {
	prepare?: Prepare[];
}

export interface SingleRequest extends PreparedEndpoint, Advice {
	/** Of equal items of a run only the first is sent. */
	once?: boolean;
	/** Members of the body that tell the person that it reaches, or that it makes a record of. */
	reaches?: readonly string[];
	/** The person whom it reaches, where the rules for contacts hold. */
	contact?: (request: OutgoingRequest) => Contact;
	/** Of a reading: nothing is an answer, too. */
	mayBeEmpty?: boolean;
	/** Response body to rows; the body as it is when absent. */
	read?: (body: unknown, item: ItemParameters) => IDataObject[];
	/** Keeps the members most people need, when the node's Simplify is on. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** The request for one item. */
export const prepareRequest = ({ prepare = [], ...endpoint }: PreparedEndpoint, item: ItemParameters): ApiRequest =>
	prepare.reduce((drafted, step) => step(drafted, item), draftRequest(endpoint, item));

/** Whom a request is about: the person or record, as far as it is told, else the record that the path names. */
export function subjectOf({ path, body }: OutgoingRequest, members: readonly string[] = []): Omit<Identity, 'effect'> {
	const person = members.map((member) => valueAt(body, member));
	return person.some((value) => value !== undefined) ? { reaches: [path, person] } : { subject: path };
}

/** Nothing, or a record or envelope with nothing in it. */
const isEmpty = (body: unknown): boolean =>
	!isFilled(body) || (isRecord(body) && Object.values(body).every((member) => !isFilled(member)));

/** A success by its status, without what was asked for. */
const noRecord = (vendorName: string): ItemFailure =>
	new ItemFailure({
		kind: 'unavailable',
		message: `${vendorName} sent an empty answer instead of the record`,
		description: `Check in ${vendorName} that the record exists, and check the Base URL in the credential.`,
		again: 'Then run the item again.',
	});

/** Behind an ID stands what is done with a record; to a list, a record is added, or something starts that is one. */
const OF_RECORD = /\}\/\w+$/;

/** Whether a vendor names what it has made: whoever says nothing may be something else. */
const namesWhatItMakes = ({ method, path, repeatable, contact }: SingleRequest): boolean =>
	contact !== undefined || (method === 'POST' && repeatable !== true && !OF_RECORD.test(path));

/** The same to what has made a record, or has reached a person. */
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
		// Of what is only read, the wanted shape is part: nothing happens twice.
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
			// An item that was carried out goes on, whatever there is to say of it.
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
