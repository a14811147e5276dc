"""The system's reasons are told in Chinese, whatever language the system speaks."""

import errno
import os

import pytest

from generator.errors import reason_of

REASONS = ("ENOENT", "EEXIST", "EACCES", "EPERM", "ENOSPC", "EISDIR", "ENOTDIR", "EROFS", "ENAMETOOLONG", "EIO")


@pytest.mark.parametrize("name", REASONS)
def test_a_reason_is_chinese_and_holds_none_of_the_systems_words(name):
    number = getattr(errno, name)
    reason = reason_of(OSError(number, os.strerror(number)))
    assert reason
    assert not any(char.isascii() for char in reason)


def test_an_error_without_a_number_has_a_reason_too():
    assert reason_of(OSError("disk on fire")) == "系统不允许这一操作"
