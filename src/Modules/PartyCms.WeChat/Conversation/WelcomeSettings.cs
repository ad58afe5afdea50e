using System.ComponentModel.DataAnnotations;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Settings;
using PartyCms.WeChat.Conversation.Answers;

namespace PartyCms.WeChat.Conversation;

/// <summary>How new followers are welcomed, and whether people answer by hand.</summary>
internal sealed class WelcomeSettings(SiteSettings settings, AuditLog audit, CmsDbContext db)
{
    public async Task<WelcomeForm> ReadAsync(CancellationToken cancellationToken) => new()
    {
        Welcome = await settings.GetAsync(ComposeReply.WelcomeSetting, cancellationToken),
        HasPerson = await settings.GetAsync(SiteAnswers.PersonSetting, cancellationToken) != "off",
    };

    public async Task SaveAsync(WelcomeForm form, CancellationToken cancellationToken)
    {
        var welcome = (form.Welcome ?? "").Trim().ReplaceLineEndings("\n");
        await settings.SetAsync(ComposeReply.WelcomeSetting, welcome, cancellationToken);
        await settings.SetAsync(SiteAnswers.PersonSetting, form.HasPerson ? "on" : "off", cancellationToken);
        audit.Add("wechat.welcome-changed", null, welcome);
        await db.SaveChangesAsync(cancellationToken);
        settings.Forget();
    }
}

/// <summary>What is typed for the welcome.</summary>
internal sealed class WelcomeForm
{
    [Display(Name = "欢迎语")]
    [StringLength(500)]
    public string? Welcome { get; set; }

    [Display(Name = "回复“人工”时转给人工客服")]
    public bool HasPerson { get; set; }
}
