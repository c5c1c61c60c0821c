using Guidan.Kernel;

namespace Guidan.Payments;

/// <summary>Somebody outside who takes payments for us and holds the money until it is paid out or given back.</summary>
public interface IMoneyHolder
{
    /// <summary>Stable code, also the last part of the callback address: <c>alipay</c>, <c>wechatpay</c>, <c>shopify</c>.</summary>
    string Code { get; }

    /// <summary>What people call it.</summary>
    Text Title { get; }
}
