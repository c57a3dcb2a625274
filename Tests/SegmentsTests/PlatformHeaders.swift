/// Whole headers as the platforms write them today, for the contract of all platforms.
enum PlatformHeaders {
  static let all: [String: [String]] = [
    "shopify-orders": columns(
      """
      Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,\
      Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,\
      Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,\
      Lineitem fulfillment status,Billing Name,Billing Street,Billing Zip,Billing Country,Billing Phone,Shipping Name,\
      Shipping Zip,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,\
      Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Phone
      """
    ),
    "shopify-customers": columns(
      """
      Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,\
      Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,\
      Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
      """
    ),
    "woocommerce-orders": columns(
      """
      Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue
      """
    ),
    "woocommerce-order-export": columns(
      """
      order_id,order_number,date,status,shipping_total,shipping_tax_total,tax_total,cart_discount,order_discount,\
      discount_total,order_total,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,\
      billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,customer_note,line_items,\
      shipping_items,tax_items,coupons,order_notes
      """
    ),
    "woocommerce-customers": columns(
      """
      Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code
      """
    ),
    "magento-orders": columns(
      """
      ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,\
      Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,\
      Shipping and Handling,Customer Name,Payment Method,Total Refunded,Allocated sources,Pickup Location Code
      """
    ),
    "magento-customers": columns(
      """
      email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,gender,\
      group_id,lastname,middlename,password_hash,prefix,rp_token,rp_token_created_at,store_id,suffix,taxvat,\
      updated_at,website_id,password
      """
    ),
    "magento-customers-grid": columns(
      """
      ID,Name,Email,Group,Phone,ZIP,Country,State/Province,Customer Since,Web Site,Confirmed email,\
      Account Created in,Billing Address,Shipping Address,Date of Birth,Tax VAT Number,Gender
      """
    ),
    "prestashop-orders": columns(
      "ID,Reference,New client,Delivery,Customer,Total,Payment,Status,Date"
    ),
    "prestashop-customers": columns(
      """
      ID,Social title,First name,Last name,Email address,Group,Company,Sales,Enabled,Newsletter,Partner offers,\
      Registration,Last visit
      """
    ),
    "prestashop-customers-import": columns(
      """
      Customer ID,Active (0/1),Titles ID (Mr = 1; Ms = 2; else 0),Email *,Password *,Birthday (yyyy-mm-dd),\
      Last Name *,First Name *,Newsletter (0/1),Opt-in (0/1),Groups (x;y;z...),Default group ID
      """
    ),
    "bigcommerce-orders": columns(
      """
      Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Status,Subtotal (inc tax),\
      Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Ship Method,\
      Handling Cost (inc tax),Store Credit Redeemed,Gift Certificate Amount Redeemed,Coupon Details,\
      Order Total (inc tax),Order Total (ex tax),Payment Method,Total Quantity,Total Shipped,Order Currency Code,\
      Exchange Rate,Order Notes,Billing Email,Product Details,Refund Amount,Channel Name
      """
    ),
    "bigcommerce-customers": columns(
      """
      ID,Email,First Name,Last Name,Phone,Customer Group ID,Company,Registration IP Address,Notes,\
      Tax Exempt Category,Date Modified,Date Created,Address Count,Attribute Count
      """
    ),
    "square-items": columns(
      """
      Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,\
      Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,\
      Customer Name,Customer Reference ID
      """
    ),
    "square-customers": columns(
      """
      Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,City,State,Postal Code,\
      Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,\
      Email Subscription Status,Instant Profile
      """
    ),
    "stripe-payments": columns(
      """
      id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,\
      Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,\
      Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Funding
      """
    ),
    "stripe-customers": columns(
      """
      id,Description,Email,Name,Created (UTC),Delinquent,Plan,Status,Total Spend,Payment Count,Refunded Volume,\
      Dispute Losses,tag (metadata)
      """
    ),
    "etsy-orders": columns(
      """
      Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,\
      Street 1,Street 2,Ship City,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,\
      Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,\
      Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type
      """
    ),
    "etsy-items": columns(
      """
      Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Item Total,Currency,Transaction ID,\
      Listing ID,Date Paid,Date Shipped,Ship Name,Ship City,Ship Zipcode,Ship Country,Order ID,Variations,\
      Order Type,Payment Type,InPerson Sale,VAT Paid by Buyer,SKU
      """
    ),
    "amazon-orders": columns(
      """
      order-id,order-item-id,purchase-date,payments-date,buyer-email,buyer-name,buyer-phone-number,sku,product-name,\
      quantity-purchased,currency,item-price,item-tax,shipping-price,ship-service-level,recipient-name,ship-city,\
      ship-postal-code,ship-country,ship-phone-number,delivery-start-date,delivery-time-zone,sales-channel
      """
    ),
    "amazon-all-orders": columns(
      """
      amazon-order-id,merchant-order-id,purchase-date,last-updated-date,order-status,fulfillment-channel,\
      sales-channel,order-channel,url,ship-service-level,product-name,sku,asin,item-status,quantity,currency,\
      item-price,item-tax,gift-wrap-price,item-promotion-discount,ship-promotion-discount,ship-city,promotion-ids
      """
    ),
    "ebay-orders": columns(
      """
      Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Buyer Note,Buyer City,Buyer Zip,\
      Item Number,Item Title,Custom Label,Sold Via Promoted Listings,Quantity,Sold For,Shipping And Handling,\
      Seller Collected Tax,eBay Collected Tax,Total Price,Payment Method,Sale Date,Paid On Date,Ship By Date,\
      Feedback Left,Feedback Received,My Item Note,Tracking Number,Transaction ID,eBay Plus
      """
    ),
    "klaviyo-profiles": columns(
      """
      Email,Klaviyo ID,First Name,Last Name,Organization,Phone Number,Zip Code,Latitude,Longitude,Source,Consent,\
      SMS Consent Timestamp,First Active,Last Active,Profile Created On,Last Open,Last Click,Initial Source,\
      Historic Customer Lifetime Value,Predicted Customer Lifetime Value,Total Customer Lifetime Value,\
      Historic Number Of Orders,Predicted Number Of Orders,Churn Risk Prediction,Average Days Between Orders,\
      Average Order Value,Expected Date Of Next Order
      """
    ),
    "hubspot-contacts": columns(
      """
      Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Contact owner,\
      Original Source,Lifecycle Stage,Number of Associated Deals,Recent Deal Close Date,Total Revenue
      """
    ),
  ]

  private static func columns(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
