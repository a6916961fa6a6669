import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const prompt = resourceOf({ name: 'Prompt', value: 'prompt' }, [getMany, create, get, update]);
