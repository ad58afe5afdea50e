namespace PartyCms.Disclosure.Documents;

/// <summary>Places of a disclosure's own values in its content document, and what they may be.</summary>
internal static class DisclosureFields
{
    public const string ContentType = "Disclosure";

    public const string PathPrefix = "disclosures";

    public const string Group = "DisclosurePart.Group.Text";

    public const string Rhythm = "DisclosurePart.Rhythm.Text";

    public const string DocNo = "DisclosurePart.DocNo.Text";

    public const string Scope = "DisclosurePart.Scope.Text";

    public const string Statement = "DisclosurePart.Statement.Value";

    /// <summary>Open to everybody; the only width this site serves so far.</summary>
    public const string ScopeSociety = "Society";

    /// <summary>What the writer must confirm before anything is opened (domain 2.1.13).</summary>
    public const string StatementText = "不含国家秘密、商业秘密和个人信息";

    public const int DocNoLength = 64;
}
