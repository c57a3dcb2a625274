#ifndef CKERNELS_H
#define CKERNELS_H

// A few loops that need wider registers than the portable baseline offers. Each has a Swift twin
// in the tests and gives the same bits on every processor: no contraction, fixed lanes.

#include "Dense.h"
#include "Distances.h"
#include "Filter.h"
#include "Mixture.h"
#include "Near.h"
#include "Records.h"
#include "Ward.h"

#endif
