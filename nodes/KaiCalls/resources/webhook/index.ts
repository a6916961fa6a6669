import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { rotateSecret } from './rotateSecret';
import { sendTest } from './sendTest';

export const webhook = resourceProperties('webhook', [getMany, create, remove, rotateSecret, sendTest]);
