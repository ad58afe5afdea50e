using System.ComponentModel.DataAnnotations;
using PartyCms.WeChat.Members.Invites;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>What is typed to be bound: name and proof code, or an invitation; a member who is signed in types neither.</summary>
internal sealed class BindingForm : IValidatableObject
{
    [Display(Name = "姓名")]
    [StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "核对码")]
    [StringLength(20)]
    public string? Code { get; set; }

    [Display(Name = "邀请码")]
    [StringLength(InviteCodes.CodeLength + 10)]
    public string? Invite { get; set; }

    /// <summary>Whether a member who is signed in only agrees.</summary>
    public bool IsSignedIn { get; set; }

    public bool Agrees { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Agrees)
        {
            yield return new ValidationResult("请先看说明并勾选同意。不绑定也能看全部公开内容。", [nameof(Agrees)]);
        }

        if (!IsSignedIn && string.IsNullOrWhiteSpace(Invite)
            && (string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(Code)))
        {
            yield return new ValidationResult("请填写姓名和核对码，或者填写邀请码。", [nameof(Name)]);
        }
    }
}
