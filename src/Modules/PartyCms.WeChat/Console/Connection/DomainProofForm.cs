using System.ComponentModel.DataAnnotations;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>What is typed of the file for the proof of the domain; both empty for none.</summary>
internal sealed class DomainProofForm : IValidatableObject
{
    private const int MostCharacters = 64;

    [Display(Name = "文件名")]
    public string? Name { get; set; }

    [Display(Name = "文件内容")]
    public string? Text { get; set; }

    public static DomainProofForm Of(DomainProof? proof) => new() { Name = proof?.FileName, Text = proof?.Text };

    /// <summary>Null for none. Call only for what is valid.</summary>
    public DomainProof? Read() => NamePart(Name) is { Length: > 0 } name ? new DomainProof(name, TextPart(Text)) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var (name, text) = (NamePart(Name), TextPart(Text));
        if (name.Length == 0 && text.Length == 0)
        {
            yield break;
        }

        if (!IsWord(name))
        {
            yield return new ValidationResult("请填写微信给的文件名，例如 MP_verify_AbCd1234.txt。", [nameof(Name)]);
        }

        if (!IsWord(text))
        {
            yield return new ValidationResult("文件内容应是一串字母和数字，请用记事本打开文件后照抄。", [nameof(Text)]);
        }
    }

    // Whole names are copied, and the part that differs is typed.
    private static string NamePart(string? typed)
    {
        var name = TextPart(typed);
        name = name.StartsWith(DomainProof.Prefix, StringComparison.OrdinalIgnoreCase) ? name[DomainProof.Prefix.Length..] : name;
        return name.EndsWith(DomainProof.Suffix, StringComparison.OrdinalIgnoreCase) ? name[..^DomainProof.Suffix.Length] : name;
    }

    private static string TextPart(string? typed) => (typed ?? "").Trim();

    private static bool IsWord(string text) => text.Length is > 0 and <= MostCharacters && text.All(char.IsAsciiLetterOrDigit);
}
