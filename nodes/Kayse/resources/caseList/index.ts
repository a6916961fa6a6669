import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { getMany } from './getMany';
import { upsert } from './upsert';

export const caseList = resourceOf({ name: 'Case List', value: 'caseList' }, [getMany, create, upsert]);
