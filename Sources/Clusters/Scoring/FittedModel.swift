/// What a method found, whichever method it was.
package enum FittedModel: Sendable, Equatable {
  case kMeans(KMeansFit)
  case miniBatchKMeans(MiniBatchKMeansFit)
  case gaussianMixture(GaussianMixtureFit)
  case ward(WardFit)
  case dbscan(DBSCANFit)
  case hdbscan(HDBSCANFit)

  /// Which row of the fit belongs to which cluster.
  package var partition: Partition {
    switch self {
    case .kMeans(let fit): fit.partition
    case .miniBatchKMeans(let fit): fit.partition
    case .gaussianMixture(let fit): fit.partition
    case .ward(let fit): fit.partition
    case .dbscan(let fit): fit.partition
    case .hdbscan(let fit): fit.partition
    }
  }
}
