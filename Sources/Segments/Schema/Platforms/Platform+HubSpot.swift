extension Platform {
  /// Contacts: the columns are the user's choice, so that a few typical ones must do.
  static let hubSpotContacts = Platform(
    name: "hubspot-contacts",
    grain: .customers,
    signature: [
      "Lifecycle Stage": 4, "Contact owner": 3, "Lead Status": 2, "Original Source": 2,
      "Associated Company": 2, "Number of Associated Deals": 3, "Recent Deal Close Date": 3,
      "Record ID": 2, "Create Date": 1, "Marketing contact status": 3,
    ],
    roles: [
      .customer: ["Record ID", "Record ID - Contact", "Email"],
      .spend: ["Total Revenue", "Recent Deal Amount"], .orders: ["Number of Associated Deals"],
    ],
    notMeasures: ["Phone Number", "Postal Code", "Associated Company IDs", "Mobile Phone Number"],
  )
}
