using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace PartyCms.Accounts;

/// <summary>The refusals a person can meet, in plain Chinese.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        Error(nameof(PasswordTooShort), string.Create(CultureInfo.InvariantCulture, $"密码至少 {length} 个字符。可以用一句好记的话。"));

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), string.Create(CultureInfo.InvariantCulture, $"密码至少要有 {uniqueChars} 个不同的字符。"));

    public override IdentityError DuplicateUserName(string userName) =>
        Error(nameof(DuplicateUserName), $"用户名“{userName}”已被使用，请换一个。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), $"用户名“{userName}”只能用字母、数字和 - . _ @ +。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "原密码不对。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "这个账号刚被别人改过，请刷新后再试。");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
