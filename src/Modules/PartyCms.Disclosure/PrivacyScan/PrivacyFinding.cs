namespace PartyCms.Disclosure.PrivacyScan;

/// <summary>What kind of personal data a text seems to hold.</summary>
internal enum PrivacyKind
{
    /// <summary>An identity number whose date and check digit are right.</summary>
    IdNumber,

    /// <summary>Looks like an identity number, but the check digit is wrong: a slip of the pen or something else.</summary>
    IdNumberLike,

    /// <summary>A bank card number.</summary>
    BankCard,

    /// <summary>A mobile telephone number.</summary>
    Mobile,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>One place where a text seems to hold personal data.</summary>
/// <param name="Kind">What it seems to be.</param>
/// <param name="Field">Name of the field for people, such as 正文.</param>
/// <param name="Position">Place of its first character in the field's text, counted from 0.</param>
/// <param name="Excerpt">A few characters before it and the value with its middle hidden.</param>
internal sealed record PrivacyFinding(PrivacyKind Kind, string Field, int Position, string Excerpt)
{
    /// <summary>Whether the document must not be proposed with it; the rest is for the reviewer to weigh.</summary>
    public bool IsBlocking => Kind is PrivacyKind.IdNumber or PrivacyKind.BankCard;

    /// <summary>What it is and where, for people.</summary>
    public string Message => Kind switch
    {
        PrivacyKind.IdNumber => $"{Field}里有身份证号：{Excerpt}",
        PrivacyKind.IdNumberLike => $"{Field}里有像身份证号的数字（校验位不符）：{Excerpt}",
        PrivacyKind.BankCard => $"{Field}里有银行卡号：{Excerpt}",
        PrivacyKind.Mobile => $"{Field}里有手机号：{Excerpt}",
        PrivacyKind.Email => $"{Field}里有邮箱地址：{Excerpt}",
    };
}
