import type {
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { mapperField } from '../../shared/engine/resourceMapper';
import { urgentClient } from '../../shared/engine/clients';
import { SOURCE } from '../values/sourceId';
import { MAPPED_TYPES } from '../input/mapping';
import { allFields, announcedFields, metadataRequest } from '../records/metadata';
import { caseList } from '../records/caseList';
import { client } from '../records/client';
import { legalCase } from '../records/case';
import { labelOfField, type KayseField, type RecordKind } from '../records/record';
import { kayse } from '../vendor';

/** Short limits, because a user waits for the fields. Without an answer, the documented fields are shown. */
const LIMITS = { maxRetries: 1, maxWaitMs: 2_000, timeoutMs: 20_000 };

/** The fields that Kayse announces now; the documented ones if it does not answer. */
async function fieldsOf(context: ILoadOptionsFunctions, kind: RecordKind): Promise<KayseField[]> {
	const { send } = urgentClient(context, kayse, LIMITS);
	const announced = await send(metadataRequest).then(
		({ body }) => announcedFields(body, kind),
		() => undefined,
	);
	return allFields(kind, announced);
}

const KNOWN_TYPES = new Map<string, ResourceMapperField['type']>(Object.entries(MAPPED_TYPES));

const mappedType = (type: string): ResourceMapperField['type'] => KNOWN_TYPES.get(type) ?? 'string';

interface Mapped {
	/** Whether the required fields of a new record are required. */
	demanding: boolean;
	/** Whether a row may have the ID of its record. */
	withId: boolean;
	/** Fields that get another record's values if they are empty. */
	taken?: readonly string[];
}

const ID_FIELD = mapperField({ id: 'id', displayName: 'ID (Empty Creates One)', type: 'string', shown: true });

const mapping = (kind: RecordKind, { demanding, withId, taken = [] }: Mapped) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const fields = await fieldsOf(this, kind);
		const mapped = fields.map(({ name, type, required }) => {
			const isTaken = taken.includes(name);
			return mapperField({
				id: name,
				displayName: labelOfField(kind, name),
				type: mappedType(type),
				required: demanding && required && !isTaken,
				shown: (required && !isTaken) || (demanding && kind.shown?.includes(name) === true),
			});
		});
		return { fields: withId ? [ID_FIELD, ...mapped] : mapped };
	};

const toCreate: Mapped = { demanding: true, withId: false };
/** For the case of a lead: if its source is empty, it gets its client's. */
const toTakeIn: Mapped = { ...toCreate, taken: SOURCE };
const toUpdate: Mapped = { demanding: false, withId: false };
const toUpsert: Mapped = { demanding: false, withId: true };

export const resourceMapping = {
	clientFieldsToCreate: mapping(client, toCreate),
	clientFieldsToUpdate: mapping(client, toUpdate),
	clientFieldsToUpsert: mapping(client, toUpsert),
	caseFieldsToCreate: mapping(legalCase, toCreate),
	caseFieldsToTakeIn: mapping(legalCase, toTakeIn),
	caseFieldsToUpdate: mapping(legalCase, toUpdate),
	caseFieldsToUpsert: mapping(legalCase, toUpsert),
	caseListFieldsToCreate: mapping(caseList, toCreate),
	caseListFieldsToUpsert: mapping(caseList, toUpsert),
};

/** The fields for "Clear Fields": all that a record does not require. */
const clearable = (kind: RecordKind) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const fields = await fieldsOf(this, kind);
		return fields
			.filter(({ required }) => !required)
			.map(({ name, description }) => ({ name: labelOfField(kind, name), value: name, description }));
	};

export const clearableFields = {
	clearableClientFields: clearable(client),
	clearableCaseFields: clearable(legalCase),
};
