import { MOST_GUARD_BYTES } from '../../../lib/runtime/origin-guard/contract';
import { guardModule } from '../../../lib/runtime/origin-guard/module';
import { testRuntimeModule } from '../../kit/runtime-module';

testRuntimeModule('origin-guard', guardModule(), MOST_GUARD_BYTES);
