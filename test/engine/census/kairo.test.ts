import { itHoldsAtAllPoints } from './itHolds';

itHoldsAtAllPoints('KAIRO');
