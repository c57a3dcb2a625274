extension Platform {
  /// Profiles: contacts with what they are worth and what they did with the mails.
  static let klaviyoProfiles = Platform(
    name: "klaviyo-profiles",
    grain: .customers,
    signature: [
      "Klaviyo ID": 4, "Historic Customer Lifetime Value": 4,
      "Predicted Customer Lifetime Value": 4, "Total Customer Lifetime Value": 3,
      "Historic Number Of Orders": 4, "Predicted Number Of Orders": 4,
      "Churn Risk Prediction": 4, "Expected Date Of Next Order": 4,
      "Average Days Between Orders": 2, "Profile Created On": 3, "SMS Consent Timestamp": 3,
      "Last Open": 2, "Last Click": 2, "First Active": 2, "Initial Source": 1,
    ],
    roles: [
      .customer: ["Klaviyo ID", "Email"], .spend: ["Historic Customer Lifetime Value"],
      .orders: ["Historic Number Of Orders"], .averageOrderValue: ["Average Order Value"],
    ],
    notMeasures: ["Latitude", "Longitude", "Zip Code", "Phone Number"],
  )
}
