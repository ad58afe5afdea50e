using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PartyCms.Web.Pipeline;

/// <summary>Says in Chinese what a form holds that is no number, no date or no choice.</summary>
internal static class ChineseBindingMessages
{
    private const string Unnamed = "有一项填得不对，请检查。";

    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => Wrong(name));
        messages.SetUnknownValueIsInvalidAccessor(Wrong);
        messages.SetValueIsInvalidAccessor(_ => Unnamed);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unnamed);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unnamed);
        messages.SetValueMustBeANumberAccessor(name => $"“{name}”请填写数字。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
        messages.SetMissingBindRequiredValueAccessor(Missing);
        messages.SetValueMustNotBeNullAccessor(_ => "请填写这一项。");
        messages.SetMissingKeyOrValueAccessor(() => Unnamed);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到填写的内容，请再试一次。");
    }

    private static string Wrong(string name) => $"“{name}”填得不对，请检查。";

    private static string Missing(string name) => $"请填写{name}。";
}
