import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { getMany } from './getMany';
import { upsert } from './upsert';

export const caseList = resourceProperties('caseList', [getMany, create, upsert]);
