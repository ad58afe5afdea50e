using System.ComponentModel.DataAnnotations;
using System.Text;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Keywords;

/// <summary>What is typed for a word and its answer.</summary>
internal sealed class KeywordForm : IValidatableObject
{
    [Display(Name = "关键词")]
    [Required]
    [StringLength(KeywordRuleConfiguration.WordLength)]
    public string Word { get; set; } = "";

    [Display(Name = "怎样算问到")]
    [EnumDataType(typeof(KeywordMatch))]
    public KeywordMatch Match { get; set; }

    [Display(Name = "怎样回复")]
    [EnumDataType(typeof(KeywordAnswer))]
    public KeywordAnswer Answer { get; set; }

    [Display(Name = "回复的文字")]
    [StringLength(KeywordRuleConfiguration.TextLength)]
    public string? Text { get; set; }

    [Display(Name = "标题")]
    [StringLength(KeywordRuleConfiguration.TitleLength)]
    public string? Title { get; set; }

    [Display(Name = "标题下的一句话")]
    [StringLength(KeywordRuleConfiguration.TextLength)]
    public string? Line { get; set; }

    [Display(Name = "点开后的网址")]
    [StringLength(KeywordRuleConfiguration.AddressLength)]
    public string? Link { get; set; }

    [Display(Name = "图片网址（选填）")]
    [StringLength(KeywordRuleConfiguration.AddressLength)]
    public string? Picture { get; set; }

    [Display(Name = "启用")]
    public bool IsOn { get; set; } = true;

    public static KeywordForm Of(KeywordRule rule) => new()
    {
        Word = rule.Word,
        Match = rule.Match,
        Answer = rule.Answer,
        Text = rule.Answer == KeywordAnswer.Text ? rule.Text : null,
        Line = rule.Answer == KeywordAnswer.News ? rule.Text : null,
        Title = rule.Title,
        Link = rule.Link,
        Picture = rule.Picture,
        IsOn = rule.IsOn,
    };

    public void Fill(KeywordRule rule)
    {
        var isText = Answer == KeywordAnswer.Text;
        (rule.Word, rule.Match, rule.Answer, rule.IsOn) = (Word.Trim(), Match, Answer, IsOn);
        rule.Text = ((isText ? Text : Line) ?? "").Trim().ReplaceLineEndings("\n");
        rule.Title = isText ? "" : (Title ?? "").Trim();
        rule.Link = isText ? "" : (Link ?? "").Trim();
        rule.Picture = isText ? "" : (Picture ?? "").Trim();
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Keyword.From(Word).Length == 0)
        {
            yield return new ValidationResult("关键词里要有字，不能只有标点。", [nameof(Word)]);
        }

        if (Answer == KeywordAnswer.Text)
        {
            if (string.IsNullOrWhiteSpace(Text))
            {
                yield return new ValidationResult("请填写回复的文字。", [nameof(Text)]);
            }
            else if (Encoding.UTF8.GetByteCount(Text) > LinkText.MaxBytes)
            {
                yield return new ValidationResult("文字太长，微信一次最多发 2048 个字节，约 680 个汉字。", [nameof(Text)]);
            }

            yield break;
        }

        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return new ValidationResult("请填写标题。", [nameof(Title)]);
        }

        if (!IsAddress(Link))
        {
            yield return new ValidationResult("请填写本站的网址（以 / 开头），或 https 开头的网址。", [nameof(Link)]);
        }

        if (!string.IsNullOrWhiteSpace(Picture) && !IsAddress(Picture))
        {
            yield return new ValidationResult("请填写本站图片的网址（以 / 开头），或 https 开头的网址。", [nameof(Picture)]);
        }
    }

    private static bool IsAddress(string? text) => LocalAddress.IsLocal(text?.Trim())
        || (Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);
}
