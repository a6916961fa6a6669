import type { IBinaryData, IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import type { IncomingResponse, OutgoingRequest } from './exchange';
import type { FileRequest } from './file';
import type { PersistentKeys } from './persistentKeys';
import type { ListEnd } from './listEnd';
import type { Contact } from './contact';
import type { CreatedRecord, Notes, RecordStatements } from './memory';
import type { RowResult } from './outcome';
import type { Run } from './run';
import type { Time } from './time';
import type { Explanation, Refusal, Spelling } from './vendor';

/** What Map Automatically makes of the columns of a run's input; what no item uses is told after the run. */
export interface ColumnNotes {
	/** Columns that are filled. */
	offer(names: readonly string[]): void;
	/** Columns that something was made of. */
	use(names: readonly string[]): void;
	/** Columns that are filled in this item, and that nothing was made of so far. */
	unused(): string[];
}

/** One input item of an operation, as the node's parameters describe it. */
export interface ItemParameters {
	/** Place among the input items, from 0. */
	index: number;
	/** The item's own data. */
	input: IDataObject;
	/** The node is the tool of an AI agent: there is no input item, only parameters. */
	isTool: boolean;
	/** Of all items of the run. */
	columns: ColumnNotes;
	/** Of the workflow, as in "Europe/Berlin". */
	timeZone: string;
	/** Query and body, from the parameters whose description has a `routing.send`. */
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	/**
	 * A node parameter of this item, in the one form that its kind of field has (`values/reading/kind.ts`).
	 * @param path such as `limit` or `additionalFields.name`
	 * @param fallback for a parameter that is not shown or says nothing; '' when absent
	 * @throws ItemFailure when it does not fit, or is required and says nothing
	 */
	parameter(path: string, fallback?: unknown): unknown;
	/** Whether an expression brings the parameter, or a part of it. @param path as of `parameter` */
	isExpression(path: string): boolean;
	/** What was written to make this text, with expressions between its words; undefined where a whole text was brought. */
	templateOf(text: string): string | undefined;
	/**
	 * Reads the fields that the operation has not asked for as well.
	 * @throws ItemFailure as `parameter`
	 */
	check(): void;
}

/** A request of an operation: what is special about it, the rest follows from the method. */
export interface ApiRequest {
	request: OutgoingRequest;
	/** The credential's field with the base URL, where it is another than `baseUrl`. */
	base?: string;
	/** The limit that counts it; the vendor's rule for the method when absent. */
	tier?: string;
	/** Overrides what the method says about doing it twice. */
	repeatable?: boolean;
	/** It changes nothing, whatever its method. */
	onlyReads?: boolean;
	/** With the same key the vendor does it once only; it is one of the headers. */
	idempotencyKey?: string;
	/** The operation has written down in `keys` that it is sent, for all executions: no intent is needed besides. */
	isWrittenDown?: boolean;
	/** It reaches the persons of its items, see `Identity.contact`: whether that may be now is asked right before it leaves. */
	isContact?: boolean;
	/** What it does, where tries of the same execution may do it on different paths; its method and path when absent. */
	effect?: string;
	/** Gone is what is wanted, even if another try did it; so for the method DELETE when absent. Of a deletion that looks up first what to delete, the look-up says so in its place. */
	deletes?: boolean;
	ids?: Refusal['ids'];
	/** Its answer is a page of a list, which may be larger than a record. */
	isList?: boolean;
	/** Its body has secrets of the credential in it, which the vendor may quote in a success, too. */
	holdsSecrets?: boolean;
	/** Refusals that are an answer here, such as "already there": `send` returns them like a success. */
	tolerate?: (refusal: Refusal) => boolean;
	/** Nobody has documented the path: a 404 may mean that there is no such endpoint. */
	uncertainPath?: boolean;
	/** Its own wording for a refusal, before the vendor's. */
	explain?: (refusal: Refusal) => Explanation | undefined;
}

/** The way to the vendor while an item is being performed. */
export interface ApiClient {
	/**
	 * @param limits in place of the node's options
	 * @returns a successful response
	 * @throws ItemFailure otherwise
	 */
	send(apiRequest: ApiRequest, limits?: { maxRetries: number; maxWaitMs: number }): Promise<IncomingResponse>;
	/**
	 * A file from another host, which does not get the key.
	 * @throws ItemFailure when it cannot be had
	 */
	download(file: FileRequest): Promise<IBinaryData>;
	/** The fields of the node's credential, for what must not be a node parameter. */
	credential(): Promise<IDataObject>;
	/** Where the credential points. */
	baseUrl(): Promise<string>;
	/** undefined where the execution cannot be put to wait, such as in the tool of an AI agent. */
	execution: Execution | undefined;
	run: Run;
	/** The item's place among the input items. */
	index: number;
	/** Stands for the item in all tries of the execution, n8n's Retry included; another execution has another. */
	idempotencyKey: string;
	/** What was half done by an earlier try of this run. */
	notes: Notes;
	/** What was half done for this item, however it is found again. */
	itemNotes: Notes;
	/** Stands for the credential, whatever key it holds. */
	credentialName: string;
	/**
	 * Stands for the key at the vendor, whatever credential holds it.
	 * @throws ItemFailure when the credential cannot be used
	 */
	account(): Promise<string>;
	/**
	 * What the node keeps from one execution to the next; n8n saves it for published workflows only, and not when an execution
	 * is stopped.
	 * @param remedy what the user can choose where n8n does not hand it over
	 * @throws ItemFailure there
	 */
	kept(remedy: string): Promise<IDataObject>;
	/** Keys that outlive executions; undefined where n8n keeps none for the node. */
	keys: PersistentKeys | undefined;
	/** Tells how far the item's list was read, for a caller who cannot see that there is more. */
	listEnded(end: ListEnd): void;
	/** Tells the user something about the run that its items do not show. */
	warn(text: string): void;
	time: Time;
	vendorName: string;
	spelling: Spelling;
	/** Stop was pressed, or another item ended the run. */
	cancelled: () => boolean;
}

/** The way to the vendor for several items together. */
export interface RowsClient extends ApiClient {
	/** For requests that are about one of them: a further try finds each item's requests again. @param place among the rows */
	ofRow(place: number): ApiClient;
	/** The vendor has accepted the request, and says of this row that it was not done. */
	notDone(place: number): void;
}

/** The execution, for an operation that puts it to wait for what comes later. */
export interface Execution {
	/** Where a vendor reports to; undefined when n8n has no address. */
	callbackUrl(): string | undefined;
	/**
	 * At the time, the node knocks at its own callback URL; n8n goes on by itself the grace (ms) after that.
	 * @param carried what the execution goes on with then, one for each input item, in order
	 */
	waitUntil(time: Date, carried: RowResult[], graceMs: number): Promise<void>;
}

/** What an operation's items are performed with. */
export interface Performance {
	run: Run;
	time: Time;
	/**
	 * @param index of the item on whose behalf requests go out
	 * @param together of all items that share each of them
	 */
	api(index: number, together?: readonly number[]): ApiClient;
	/** The answer to a request that was accepted says that nothing was done for this item. */
	notDone(index: number): void;
	/** Records that the node makes once in an execution, whatever turn of a loop or call of a tool brings them. */
	records: CreatedRecords;
	execution: Execution | undefined;
}

/** See `Performance`. @param record equal for rows that would make the same; @param row what they say of it. Both are plain data. */
export interface CreatedRecords {
	/** The item of an earlier run that made it, and whether it was by an equal row. */
	earlier(record: unknown, row: unknown): (Pick<CreatedRecord, 'index' | 'id'> & { isEqual: boolean }) | undefined;
	/** @param id null where it is not known whether it is there */
	keep(record: unknown, row: unknown, made: Pick<CreatedRecord, 'index' | 'id'>): void;
}

/** What tells whether two tries of an item do the same. Plain data. */
export interface Identity {
	/** Equal for items that would do the same. */
	effect: unknown;
	/** All that is sent, where the effect is the same with other words. */
	content?: unknown;
	/**
	 * The person that it reaches, or the record that it makes: what an earlier try of the execution did for the same one is not
	 * done again, whatever else has changed.
	 */
	reaches?: unknown;
	/** It calls or writes to whom it reaches: also what another operation of the node did, or by another credential, is not done again. */
	isContact?: boolean;
	/** The person whom it calls, writes to or adds, where the rules for contacts hold. */
	contact?: Contact;
	/** What it is about: items of two tries that differ in it are not the same, even if they come from equal ones. */
	subject?: unknown;
}

/** An operation over all items of one run of the node. */
export interface OperationRun {
	/**
	 * Reads and checks one item. Nothing is sent.
	 * @throws ItemFailure of kind `input` naming field and remedy
	 */
	read(item: ItemParameters): Identity;
	/** Performs these items and settles each in the run. Items that were settled before need nothing more. */
	perform(indexes: number[], performance: Performance): Promise<void>;
	/** Runs once all items are settled, unless the run has been stopped. */
	finish?(performance: Performance): Promise<void>;
}

/** What an operation adds to what the user reads. */
export interface Advice {
	/** Whole sentences about what an item can be meant to do, and hardly is. It is performed all the same. Throws ItemFailure when unfit. */
	warnings?: (item: ItemParameters) => string[];
	/** The scope that its API key needs, in the vendor's spelling. */
	scope?: string;
	/** Where to see whether it was carried out after a doubtful answer. */
	lookUp?: string;
	/** What to mind before it is run again, where only tries of the same execution are known to be the same. */
	again?: string;
	/** For models: members of its answer, besides the common ones (`tool/untrusted.ts`), that hold words of other people, in any spelling. */
	untrusted?: readonly string[];
	/** For models: members that would count as such, and are the user's own words. */
	ownWords?: readonly string[];
	/** For models, which cannot open a file: what they can read instead. */
	insteadOfFile?: string;
	/** For models, which are shown no secret: where it is to be had. */
	secretElsewhere?: string;
	/** It answers as the vendor does, times too. */
	answersRaw?: true;
	/** Its endpoints, such as `GET /campaigns/{campaignId}`, where they do not follow from its request; for the README and the tests. */
	endpoints?: readonly string[];
	/** How its list is paged, likewise. */
	paging?: string;
	/** The most rows that go out in one request, likewise; `chosen` by the user. */
	rowsPerRequest?: number | 'chosen';
}

/** What an operation does, whatever n8n runs it by. */
export interface Operation {
	advice: Advice;
	/** All items must be seen at once: Request Options > Batching cannot part them. */
	isWhole?: boolean;
	/** It reads a list as far as Return All and Limit say, which its node shows. */
	isLimited?: true;
	/** It is about one record that can be known by its name: Options > Only If Name Is holds. */
	isNamed?: true;
	/** @param statements what the rows of earlier runs in this execution have said of their records */
	begin(statements: RecordStatements): OperationRun;
}

/** What every operation says about its request. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** Below the base URL; `{name}` stands for the node parameter of that name. */
	path: string;
	tier?: string;
	repeatable?: boolean;
	/** See `ApiRequest`. */
	onlyReads?: boolean;
}
