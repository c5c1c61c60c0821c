namespace Guidan.WireTests;

/// <summary>
/// Signature vectors: bytes that were checked with other libraries, so that we cannot agree with ourselves.
/// </summary>
internal static class Vectors
{
    /// <summary>Key of the notice below.</summary>
    public const string AlipayPublicKey =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxYqe98ilvXqis5j/4cgp1+XB/qtLttNd6hOzLVPIv3wYyH8g2P9X" +
        "Blcm3v8gRzpcJSWfcMQcnkFfc0ra5bxvwnFYB/27kFLkzCEfEuFneO1nzfDgzJekUZloX3duif4TOVxajEJ65mUZrjEYIzgA" +
        "XiJKwb+TA35tfwjMNwxjeu0+dxgWx9qpdKKXau3u8taE9BYzGxIYs7/HFi+S0mOBE3N4Q+CEt8eBxS4o4vbitlH+gvsM9vEX" +
        "XdAIaM5hW6Js0MiQXsiiMpWh9br6KM71PcPPfDQ8Totwjqy3lopalgDkFOaAwfHaxT/+UIzqt40Tjk0CdkajgZWi0v2uw6WI" +
        "swIDAQAB";

    /// <summary>What is signed.</summary>
    public const string AlipayNoticeText =
        "app_id=2021000000000001&auth_app_id=2021000000000001&buyer_id=2088000000000002&buyer_pay_amount=" +
        "88.88&charset=utf-8&fund_bill_list=[{\"amount\":\"88.88\",\"fundChannel\":\"ALIPAYACCOUNT\"}]&gmt_create" +
        "=2026-11-20 10:00:00&gmt_payment=2026-11-20 10:00:05&invoice_amount=88.88&notify_id=202611200022" +
        "2100006000000000000001&notify_time=2026-11-20 10:00:06&notify_type=trade_status_sync&out_trade_n" +
        "o=SO20261120000001&point_amount=0.00&receipt_amount=88.88&seller_id=2088000000000001&subject=测试 " +
        "商品+A&B=100%&total_amount=88.88&trade_no=2026112022001400000000000001&trade_status=TRADE_SUCCESS&" +
        "version=1.0";

    /// <summary>Its signature.</summary>
    public const string AlipayNoticeSign =
        "arBTibE9b/K49GI8GyXmXKAGIgvvdDZ3qnSB5vMSk+85m7So8cEeMBNtuEz1lqw6CWmWjNuV9FFc68xgyDlIWyshur4NZFWT" +
        "S/lYleUp8zd/+6sJ4YHc2pvGDE5LjAyGcl40tA+oSu7SCKl+z5/N1rMjfFIK0Mjara9uqvz2GcURkVR37XLCGu6M1XxKTuGU" +
        "Swzhcmd+mJzVgeIfJdjv4Hmfs41UnxvgAYssT9eufsaoCgVw+A8Iic5B9tvqWcFh5gv2ugco6Epm4F9eb4d/ENxjQ8C8uWo9" +
        "y7SvzerXYrCcuByr6xV0SApzzeJPLHykN+dfYcOgCiIIYCMgqH1JbQ==";

    /// <summary>The notice as it arrives.</summary>
    public const string AlipayNoticeBody =
        "app_id=2021000000000001&auth_app_id=2021000000000001&buyer_id=2088000000000002&buyer_pay_amount=" +
        "88.88&charset=utf-8&fund_bill_list=%5B%7B%22amount%22%3A%2288.88%22%2C%22fundChannel%22%3A%22ALI" +
        "PAYACCOUNT%22%7D%5D&gmt_create=2026-11-20+10%3A00%3A00&gmt_payment=2026-11-20+10%3A00%3A05&invoi" +
        "ce_amount=88.88&notify_id=2026112000222100006000000000000001&notify_time=2026-11-20+10%3A00%3A06" +
        "&notify_type=trade_status_sync&out_trade_no=SO20261120000001&point_amount=0.00&receipt_amount=88" +
        ".88&seller_id=2088000000000001&subject=%E6%B5%8B%E8%AF%95+%E5%95%86%E5%93%81%2BA%26B%3D100%25&to" +
        "tal_amount=88.88&trade_no=2026112022001400000000000001&trade_status=TRADE_SUCCESS&version=1.0&si" +
        "gn=arBTibE9b%2FK49GI8GyXmXKAGIgvvdDZ3qnSB5vMSk%2B85m7So8cEeMBNtuEz1lqw6CWmWjNuV9FFc68xgyDlIWyshu" +
        "r4NZFWTS%2FlYleUp8zd%2F%2B6sJ4YHc2pvGDE5LjAyGcl40tA%2BoSu7SCKl%2Bz5%2FN1rMjfFIK0Mjara9uqvz2GcURk" +
        "VR37XLCGu6M1XxKTuGUSwzhcmd%2BmJzVgeIfJdjv4Hmfs41UnxvgAYssT9eufsaoCgVw%2BA8Iic5B9tvqWcFh5gv2ugco6" +
        "Epm4F9eb4d%2FENxjQ8C8uWo9y7SvzerXYrCcuByr6xV0SApzzeJPLHykN%2BdfYcOgCiIIYCMgqH1JbQ%3D%3D&sign_typ" +
        "e=RSA2";

    /// <summary>
    /// Key of a notice that Alipay itself signed in 2019 (alipay-sdk-nodejs-all, MIT, its own test).
    /// </summary>
    public const string RealPublicKey =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqObrdC7hrgAVM98tK0nv3hSQRGGKT4lBsQjHiGjeYZjOPIPHR5kn" +
        "m2jnnz/YGIXIofVHkA/tAlBAd5DrY7YpvI4tP5EONLtZKC2ghBMx7McI2wRD0xiqzxOQr1FuhZGJ8/AUokBzJrzY+aGX2xcO" +
        "rxFYRlFilvVLTXg4LWjR1tdPkO6+i7wQZAIVMClPkwVRZEbaERRHlKqTzv2gGv5rDU8gRoe1LeaN+6BlbTqHWkQcNCUNrA8C" +
        "6l17XAXGKDsm/9TFWwO8EPHHHCaQdjtV5/FdcWIt+L8SR1ss7EXTjYDFtxcKVv9rEoY1lX8T4mX+GbXfZHraG5NCF1+XioL5" +
        "JwIDAQAB";

    /// <summary>That notice.</summary>
    public const string RealNoticeBody =
        "gmt_create=2019-08-15+15%3A56%3A22&charset=utf-8&seller_email=z97-yuquerevenue%40service.aliyun." +
        "com&subject=%E8%AF%AD%E9%9B%80%E7%A9%BA%E9%97%B4+500%E4%BA%BA%E8%A7%84%E6%A8%A1&sign=QfTb8tqE1BM" +
        "hS5qAnXtvsF3%2FjBkEvu9q9en0pdbBUDDjvKycZhQb7h8GDs4FKfi049PynaNuatxSgLb%2FnLWZpXyyh0LEWdK2S6Ri7nP" +
        "wrVgOs08zugLO20vOQz44y3ti2Ncm8%2FwZts1Fr2gZ7pShnVX3d1B50hbsXnObT1r%2FU8ONNQjWXd0HIul4TG%2BQ3fm3s" +
        "vmSvFEy0WnzuhcyHPX5Gm4ELNctL6Qd5YniGJFNcc7kopHYtI%2FXD9YCKCH6Ct02rzUs9i11C9CsadtZn%2BWhxF26Dqt9s" +
        "GEFajkJ8cxUTLi8%2BVCpLHsgPE8P0y095uQcDdK0YjCh4x7wVSov%2BlrmOQ%3D%3D&buyer_id=2088102534368455&in" +
        "voice_amount=0.10&notify_id=2019081500222155624068450559358070&fund_bill_list=%5B%7B%22amount%22" +
        "%3A%220.10%22%2C%22fundChannel%22%3A%22ALIPAYACCOUNT%22%7D%5D&notify_type=trade_status_sync&trad" +
        "e_status=TRADE_SUCCESS&receipt_amount=0.10&buyer_pay_amount=0.10&sign_type=RSA2&app_id=201907316" +
        "6072302&seller_id=2088531891668739&gmt_payment=2019-08-15+15%3A56%3A24&notify_time=2019-08-15+15" +
        "%3A56%3A25&version=1.0&out_trade_no=20190815155618536-564-57&total_amount=0.10&trade_no=20190815" +
        "22001468450512505578&auth_app_id=2019073166072302&buyer_logon_id=xud%2A%2A%2A%40126.com&point_am" +
        "ount=0.00";

    /// <summary>A push of Kuaidi100; with the salt "salt123" it signs to 965976E23809B1F3615A099B980E3509.</summary>
    public const string PushParam =
        "{\"status\":\"polling\",\"billstatus\":\"\",\"message\":\"\",\"autoCheck\":\"0\",\"comOld" +
        "\":\"\",\"comNew\":\"\",\"lastResult\":{\"message\":\"ok\",\"state\":\"3\",\"status\":\"200\"" +
        ",\"condition\":\"F00\",\"ischeck\":\"1\",\"com\":\"yuantong\",\"nu\":\"YT0000000000001\"" +
        ",\"data\":[{\"context\":\"已签收\",\"time\":\"2026-11-20 12:00:00\",\"ftime\":\"2026-11-" +
        "20 12:00:00\"}]}}";
}
