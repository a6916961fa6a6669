import { resourceProperties } from '../../../shared/fields/resource';
import { intake } from './intake';

export const lead = resourceProperties('lead', [intake]);
